package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Finds tokens that cannot be any, and never shows one. Done by hand, because Boot's
 * analyses of what fails to bind or to validate print the value.
 */
final class TokenCheck {

	private static final List<String> NEAR_MISSES = List.of("postmark.token", "postmark.api-token", "postmark.api-key",
			"postmark.api.token", "postmark.api.key", "postmark.server.token", "postmark.apikey");

	private TokenCheck() {
	}

	static boolean isPresent(Environment environment, String property) {
		String token = value(environment, property);
		if (token == null) {
			return false;
		}
		String problem = problem(token);
		if (problem != null) {
			throw new FailureAnalyzedException("The property '" + property + "' " + problem + ".",
					"Set '" + property
							+ "' to a token from the \"API Tokens\" page at Postmark, in the environment as '"
							+ property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')
							+ "' for example, or do not set it at all.");
		}
		return true;
	}

	static void refuseNearMisses(Environment environment) {
		for (String property : NEAR_MISSES) {
			if (value(environment, property) != null) {
				throw new FailureAnalyzedException(
						"The property '" + property + "' is set but Postmark for Spring Boot does not know it.",
						"Rename it to '" + PostmarkSetup.SERVER_TOKEN
								+ "' if it is the token of a server, to send with, " + "or to '"
								+ PostmarkSetup.ACCOUNT_TOKEN + "' if it is the token of an account.");
			}
		}
	}

	private static @Nullable String value(Environment environment, String property) {
		return Binder.get(environment).bind(property, String.class).orElse(null);
	}

	private static @Nullable String problem(String token) {
		if (token.isBlank()) {
			return "is set but blank";
		}
		if (token.contains("${")) {
			return "has a placeholder in it that could not be resolved";
		}
		if (token.chars().anyMatch(Character::isWhitespace)) {
			return "has white space or a line break in it";
		}
		if (token.chars().anyMatch((c) -> c < '!' || c > '~')) {
			return "has a character in it that a token cannot have";
		}
		return null;
	}

}
