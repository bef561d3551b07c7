package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Keeps a forgotten token from swallowing the mail of production: the emulator does not
 * start where people expect their mail.
 */
final class ProductionCheck {

	static final String ALLOW = "postmark.emulator.allow-in-production";

	private static final List<String> PROFILES = List.of("prod", "production", "live");

	private ProductionCheck() {
	}

	static void refuseEmulator(Environment environment) {
		String sign = signOfProduction(environment);
		if (sign != null && !Binder.get(environment).bind(ALLOW, Boolean.class).orElse(false)) {
			throw new FailureAnalyzedException(
					"No Postmark token is set, so the Postmark emulator on the classpath would take all mail and send "
							+ "none of it; and this looks like production: " + sign + ".",
					"Set 'postmark.server-token' to send mail, and keep 'postmark-emulator' out of the production jar. "
							+ "If this application is not meant to send mail, set 'postmark.emulator.enabled' to false "
							+ "and inject ObjectProvider<PostmarkSender>, because then there is none. "
							+ "If the emulator is what you want here, set '" + ALLOW + "' to true.");
		}
	}

	/** Warn, in production, of what can be meant as it is. */
	static void warn(Log logger, Environment environment, String what) {
		String production = profile(environment);
		if (production != null) {
			logger.warn(
					what + ", so no mail is delivered, and " + production + ". Set it to the token of a live server.");
		}
	}

	/** Return a profile of production as part of a sentence. */
	private static @Nullable String profile(Environment environment) {
		String[] active = environment.getActiveProfiles();
		for (String profile : (active.length > 0) ? active : environment.getDefaultProfiles()) {
			if (PROFILES.contains(profile.toLowerCase(Locale.ROOT))) {
				return "the profile '" + profile + "' is active";
			}
		}
		return null;
	}

	private static @Nullable String signOfProduction(Environment environment) {
		String profile = profile(environment);
		if (profile != null) {
			return profile;
		}
		CloudPlatform platform = CloudPlatform.getActive(environment);
		return (platform != null && platform != CloudPlatform.NONE) ? "it runs on the cloud platform " + platform
				: null;
	}

}
