package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.boot.context.properties.bind.Binder;
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
 * @param emulator whether the emulator stands in for Postmark
 */
record PostmarkSetup(boolean serverToken, boolean accountToken, boolean emulator) {

	static final String SERVER_TOKEN = "postmark.server-token";

	static final String ACCOUNT_TOKEN = "postmark.account-token";

	static final String BASE_URL = "postmark.base-url";

	private static final String EMULATOR_CLASS = "io.github.postmarkspring.emulator.PostmarkEmulator";

	static PostmarkSetup of(Environment environment) {
		boolean serverToken = TokenCheck.isPresent(environment, SERVER_TOKEN);
		boolean accountToken = TokenCheck.isPresent(environment, ACCOUNT_TOKEN);
		if (!serverToken) {
			TokenCheck.refuseNearMisses(environment);
		}
		// An account token or a URL says that somebody means the real Postmark.
		boolean emulator = !serverToken && !accountToken && !isSet(environment, BASE_URL) && isEmulatorPresent()
				&& isEmulatorEnabled(environment);
		if (emulator && !isAheadOfTime()) {
			ProductionCheck.refuseEmulator(environment);
		}
		return new PostmarkSetup(serverToken, accountToken, emulator);
	}

	/**
	 * Whether beans are registered on a build machine only. What that lacks is no
	 * mistake; they are registered, and everything is checked, again at run time.
	 */
	static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	boolean hasServerToken() {
		return this.serverToken || this.emulator;
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

	private static boolean isSet(Environment environment, String property) {
		return Binder.get(environment).bind(property, String.class).isBound();
	}

}
