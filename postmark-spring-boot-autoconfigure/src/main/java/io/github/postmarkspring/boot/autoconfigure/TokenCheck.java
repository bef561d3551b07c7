package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
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
		String problem;
		try {
			String token = value(environment, property);
			if (token == null && !hasDescendants(environment, property)) {
				return false;
			}
			problem = (token != null) ? problem(token) : "has a list or further properties below it";
		}
		catch (BindException ex) {
			// Not as the cause: it shows the value.
			problem = "has a value that is no text";
		}
		if (problem != null && !PostmarkSetup.isAheadOfTime()) {
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
			if (value(environment, property) != null && !PostmarkSetup.isAheadOfTime()) {
				throw new FailureAnalyzedException(
						"The property '" + property + "' is set" + origin(environment, property)
								+ " but Postmark for Spring Boot does not know it.",
						"Rename it to '" + PostmarkSetup.SERVER_TOKEN
								+ "' if it is the token of a server, to send with, " + "or to '"
								+ PostmarkSetup.ACCOUNT_TOKEN + "' if it is the token of an account.");
			}
		}
	}

	private static @Nullable String value(Environment environment, String property) {
		return Binder.get(environment).bind(property, String.class).orElse(null);
	}

	/** Where it is set may look different: an environment variable, say. */
	private static String origin(Environment environment, String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null && found.getOrigin() != null) {
				return " (" + found.getOrigin() + ")";
			}
		}
		return "";
	}

	private static boolean hasDescendants(Environment environment, String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
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
