package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;

/**
 * Reads tokens as the environment has them now, and refuses what cannot be any without
 * showing it.
 */
class TokenReader {

	private final Environment environment;

	private final Binder binder;

	TokenReader(Environment environment) {
		this.environment = environment;
		// Unlike the binder's own, this resolver leaves alone what is no text: some
		// stores hand out objects that only a converter makes text of.
		this.binder = new Binder(ConfigurationPropertySources.get(environment),
				(value) -> (value instanceof String text) ? environment.resolvePlaceholders(text) : value);
	}

	/**
	 * Return whether a token is configured, be it usable or not.
	 */
	boolean isConfigured(TokenKey key) {
		return isSet(key.location()) || isSet(key.property()) || hasDescendants(key.property());
	}

	private boolean isSet(String property) {
		return anySource((source, name) -> source.getConfigurationProperty(name) != null, property);
	}

	private boolean hasDescendants(String property) {
		return anySource((source, name) -> source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT,
				property);
	}

	private boolean anySource(BiPredicate<ConfigurationPropertySource, ConfigurationPropertyName> condition,
			String property) {
		ConfigurationPropertyName name = TokenKey.name(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (condition.test(source, name)) {
				return true;
			}
		}
		return false;
	}

	/** Whether a token is what another property has. */
	boolean refers(TokenKey key, String property) {
		return anySource((source, name) -> {
			ConfigurationProperty token = source.getConfigurationProperty(name);
			return token != null && token.getValue().toString().contains("${" + property);
		}, key.property());
	}

	/** Whether one of the tokens is this one. */
	boolean reads(List<TokenKey> keys, Object token) {
		for (TokenKey key : keys) {
			try {
				if (token.equals(read(key))) {
					return true;
				}
			}
			catch (TokenProblem ex) {
				// Said later.
			}
		}
		return false;
	}

	/**
	 * Read a token.
	 * @return the token, or {@code null} if none is configured
	 * @throws TokenProblem if what is configured cannot be a token
	 */
	@Nullable String read(TokenKey key) {
		if (isSet(key.location())) {
			if (isSet(key.property())) {
				throw new TokenProblem("Both '" + key.property() + "' and '" + key.location() + "' are set.",
						"Remove one of them.");
			}
			return TokenCheck.requireUsable("file that '" + key.location() + "' names", key,
					TokenFile.read(key.location(), text(key.location(), key)));
		}
		return isConfigured(key)
				? TokenCheck.requireUsable("property '" + key.property() + "'", key, text(key.property(), key)) : null;
	}

	private String text(String property, TokenKey key) {
		String text;
		try {
			text = this.binder.bind(TokenKey.name(property), Bindable.of(String.class)).orElse(null);
		}
		catch (BindException ex) {
			// Not as the cause: it shows the value.
			throw TokenCheck.problem("property '" + property + "'", what(ex), key);
		}
		if (text == null) {
			throw TokenCheck.problem("property '" + property + "'", "has a list or further properties below it", key);
		}
		return text;
	}

	/** A store may be asked only now, and fail. */
	private static String what(BindException problem) {
		Throwable cause = problem.getCause();
		return (cause == null || cause instanceof ConversionException) ? "has a value that is no text"
				: "could not be read: that failed with " + cause.getClass().getName();
	}

}
