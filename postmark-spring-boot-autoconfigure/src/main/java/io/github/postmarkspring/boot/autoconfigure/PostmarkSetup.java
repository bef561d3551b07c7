package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What the environment says about which beans there are to be. Read whenever beans are
 * registered, and not by conditions: ahead-of-time processing would freeze those on a
 * build machine, which has no tokens.
 *
 * @param serverToken whether there is a server token
 * @param accountToken whether there is an account token
 * @param servers the names of further servers
 * @param primaryServer which of these is the primary one, if any
 * @param emulator whether the emulator stands in for Postmark
 */
record PostmarkSetup(boolean serverToken, boolean accountToken, List<String> servers, @Nullable String primaryServer,
		boolean emulator) {

	static final String BASE_URL = "postmark.base-url";

	static final String PRIMARY_SERVER = "postmark.primary-server";

	private static final String EMULATOR_CLASS = "io.github.postmarkspring.emulator.PostmarkEmulator";

	static PostmarkSetup of(Environment environment) {
		TokenReader tokens = new TokenReader(environment);
		boolean serverToken = tokens.isConfigured(TokenKey.SERVER);
		boolean accountToken = tokens.isConfigured(TokenKey.ACCOUNT);
		List<String> servers = ServerNames.of(environment);
		boolean serversWithToken = servers.stream().anyMatch((name) -> tokens.isConfigured(TokenKey.named(name)));
		// A token or a URL says that somebody means the real Postmark.
		boolean emulator = !serverToken && !accountToken && !serversWithToken && text(environment, BASE_URL) == null
				&& isEmulatorPresent() && isEmulatorEnabled(environment);
		PostmarkSetup setup = new PostmarkSetup(serverToken, accountToken, servers,
				primary(environment, servers, serverToken), emulator);
		if (!serverToken) {
			// A property of ours may refer to such a name, which others give variables.
			TokenCheck.refuseNearMisses(environment, tokens, setup.tokens());
		}
		if (emulator && !isAheadOfTime()) {
			ProductionCheck.refuseEmulator(environment);
		}
		return setup;
	}

	private static @Nullable String primary(Environment environment, List<String> servers, boolean serverToken) {
		String primary = text(environment, PRIMARY_SERVER);
		if (primary == null) {
			return null;
		}
		if (serverToken) {
			throw new FailureAnalyzedException(
					"Both '" + PRIMARY_SERVER + "' and '" + TokenKey.SERVER.property()
							+ "' are set, and each makes a server the primary one.",
					"Remove '" + PRIMARY_SERVER + "', or give the server of '" + TokenKey.SERVER.property()
							+ "' a name in '" + ServerNames.PREFIX + "'.");
		}
		return servers.stream()
			.filter((name) -> ServerNames.uniform(name).equals(ServerNames.uniform(primary)))
			.findFirst()
			.orElseThrow(() -> new FailureAnalyzedException(
					"The property '" + PRIMARY_SERVER + "' names no server of '" + ServerNames.PREFIX + "'.",
					servers.isEmpty() ? "Remove it: there are no named servers."
							: "Set it to one of: " + String.join(", ", servers) + "."));
	}

	private static @Nullable String text(Environment environment, String property) {
		return Binder.get(environment).bind(property, String.class).orElse(null);
	}

	/**
	 * Refuse tokens that cannot be any. Not done whenever the environment is read,
	 * because a store may be far away.
	 */
	void refuseUnusable(TokenReader tokens) {
		if (!isAheadOfTime()) {
			tokens().forEach((key) -> refuseUnusable(tokens, key));
		}
	}

	private static void refuseUnusable(TokenReader tokens, TokenKey key) {
		try {
			if (tokens.read(key) == null) {
				throw TokenCheck.problem("server '" + key.server() + "' in '" + ServerNames.PREFIX + "'",
						"has no token", key);
			}
		}
		catch (TokenProblem ex) {
			throw ex.atStart();
		}
	}

	/**
	 * Return the tokens there are to be, whether or not they are.
	 */
	List<TokenKey> tokens() {
		Stream.Builder<TokenKey> keys = Stream.builder();
		if (this.serverToken) {
			keys.add(TokenKey.SERVER);
		}
		if (this.accountToken) {
			keys.add(TokenKey.ACCOUNT);
		}
		return Stream.concat(keys.build(), this.servers.stream().map(TokenKey::named)).toList();
	}

	/**
	 * Whether beans are registered on a build machine only. What that lacks is no
	 * mistake; they are registered, and everything is checked, again at run time.
	 */
	static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	/**
	 * The emulator has a first server, but one of the others may be to take its place.
	 */
	boolean hasServerToken() {
		return this.serverToken || (this.emulator && this.primaryServer == null);
	}

	boolean hasAccountToken() {
		return this.accountToken || this.emulator;
	}

	static boolean isEmulatorPresent() {
		return ClassUtils.isPresent(EMULATOR_CLASS, null);
	}

	static boolean isEmulatorEnabled(Environment environment) {
		return Binder.get(environment).bind("postmark.emulator.enabled", Boolean.class).orElse(true);
	}

}
