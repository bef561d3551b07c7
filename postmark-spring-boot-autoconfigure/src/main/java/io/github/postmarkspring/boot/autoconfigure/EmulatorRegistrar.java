package io.github.postmarkspring.boot.autoconfigure;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.List;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Registers the embedded emulator where it stands in for Postmark.
 */
class EmulatorRegistrar implements ConditionalRegistrar {

	private static final Log logger = LogFactory.getLog(EmulatorRegistrar.class);

	private static final int DEFAULT_PORT = 8025;

	@Override
	public void registerBeans(BeanRegistry registry, Environment environment) {
		PostmarkSetup setup = PostmarkSetup.of(environment);
		if (setup.emulator()) {
			registry.registerBean("postmarkEmulator", PostmarkEmulator.class, (spec) -> spec.supplier(
					(context) -> start(context.bean(PostmarkProperties.class).emulator().port(), setup.servers())));
		}
	}

	private static PostmarkEmulator start(@Nullable Integer port, List<String> servers) {
		PostmarkEmulator emulator = (port != null) ? startOn(port, servers) : startOnDefaultPort(servers);
		logger.warn("No 'postmark.server-token' is set: mail goes to the Postmark emulator and NOTHING LEAVES THIS "
				+ "MACHINE. Read it at " + emulator.mailboxUrl());
		return emulator;
	}

	private static PostmarkEmulator startOn(int port, List<String> servers) {
		try {
			return builder(port, servers).start();
		}
		catch (UncheckedIOException ex) {
			if (isTaken(ex)) {
				throw new FailureAnalyzedException(
						"The Postmark emulator could not start, its port " + port + " is already in use.",
						"Stop what listens on port " + port
								+ ", or set 'postmark.emulator.port' to another one or to 0 " + "for any.",
						ex);
			}
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException("The property 'postmark.emulator.port' is " + port + ".",
					"Set it to a port from 1 to 65535, or to 0 for any.", ex);
		}
	}

	/**
	 * Several applications, or contexts of one test run, may want the default at once.
	 */
	private static PostmarkEmulator startOnDefaultPort(List<String> servers) {
		try {
			return builder(DEFAULT_PORT, servers).start();
		}
		catch (UncheckedIOException ex) {
			if (isTaken(ex)) {
				return builder(0, servers).start();
			}
			throw ex;
		}
	}

	private static PostmarkEmulator.Builder builder(int port, List<String> servers) {
		PostmarkEmulator.Builder builder = PostmarkEmulator.builder().port(port);
		servers.forEach(builder::server);
		return builder;
	}

	private static boolean isTaken(UncheckedIOException ex) {
		return ex.getCause() instanceof BindException;
	}

}
