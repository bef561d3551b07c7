package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Registers the connection details: those of the emulator, or those of the environment.
 */
class ConnectionDetailsRegistrar implements ConditionalRegistrar {

	private static final String NAME = "postmarkConnectionDetails";

	@Override
	public void registerBeans(BeanRegistry registry, Environment environment) {
		PostmarkSetup setup = PostmarkSetup.of(environment);
		if (setup.emulator()) {
			registry.registerBean(NAME, EmulatorPostmarkConnectionDetails.class,
					(spec) -> spec.supplier(EmulatorPostmarkConnectionDetails::of));
		}
		else {
			TokenReader reader = new TokenReader(environment);
			setup.refuseUnusable(reader);
			registry.registerBean(NAME, EnvironmentTokens.class,
					(spec) -> spec.supplier((context) -> environmentTokens(setup.tokens(), reader, context)));
		}
	}

	private static EnvironmentTokens environmentTokens(List<TokenKey> keys, TokenReader reader,
			BeanRegistry.SupplierContext context) {
		PostmarkProperties properties = context.bean(PostmarkProperties.class);
		Duration maxAge = properties.tokenRefreshInterval();
		if (maxAge.isNegative() || maxAge.isZero()) {
			throw new FailureAnalyzedException(
					"The property 'postmark.token-refresh-interval' is " + maxAge + ", which is no time.",
					"Set it to '1m', for example, or leave it out for that.");
		}
		return new EnvironmentTokens(properties.baseUrl(), keys, reader,
				context.beanProvider(TokenObserver.class).orderedStream().toList(), maxAge, System::nanoTime);
	}

}
