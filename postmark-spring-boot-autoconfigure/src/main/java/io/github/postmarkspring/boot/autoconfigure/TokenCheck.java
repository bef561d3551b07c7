package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
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

	static String requireUsable(String where, TokenKey key, String token) {
		if (token.isBlank()) {
			throw problem(where, where.startsWith("file") ? "has no token in it" : "is set but blank", key);
		}
		if (token.contains("${")) {
			throw problem(where, "has a placeholder in it that could not be resolved", key);
		}
		if (token.chars().anyMatch(Character::isWhitespace)) {
			throw problem(where, "has white space or a line break in it", key);
		}
		if (token.chars().anyMatch((c) -> c < '!' || c > '~')) {
			throw problem(where, "has a character in it that a token cannot have", key);
		}
		return token;
	}

	static TokenProblem problem(String where, String what, TokenKey key) {
		return new TokenProblem("The " + where + " " + what + ".",
				"Set '" + key.property()
						+ "' to a token from the \"API Tokens\" page at Postmark, in the environment as '"
						+ key.environmentVariable() + "' for example, or '" + key.location()
						+ "' to a file with such a token in it, or neither of them.");
	}

	static void refuseNearMisses(Environment environment, TokenReader tokens, List<TokenKey> keys) {
		for (String property : NEAR_MISSES) {
			ConfigurationProperty found = find(environment, property);
			if (found != null && !PostmarkSetup.isAheadOfTime() && !tokens.reads(keys, found.getValue())) {
				throw new FailureAnalyzedException(
						"The property '" + property + "' is set" + origin(found)
								+ " but Postmark for Spring Boot does not know it.",
						"Rename it to '" + TokenKey.SERVER.property()
								+ "' if it is the token of a server, to send with, or to '"
								+ TokenKey.ACCOUNT.property() + "' if it is the token of an account.");
			}
		}
	}

	private static @Nullable ConfigurationProperty find(Environment environment, String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** Where it is set may look different: an environment variable, say. */
	private static String origin(ConfigurationProperty property) {
		return (property.getOrigin() != null) ? " (" + property.getOrigin() + ")" : "";
	}

}
