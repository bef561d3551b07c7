package io.github.postmarkspring.boot.autoconfigure;

import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps tokens and secrets out of what Actuator's endpoints show, even where they are
 * told to show values.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SanitizingFunction.class)
class SanitizingConfiguration {

	private static final Pattern SECRET = Pattern.compile("postmark.*(token|passwords?|values?|keys?)(\\[\\d+])?");

	@Bean
	static SanitizingFunction postmarkSanitizingFunction(ObjectProvider<EnvironmentTokens> tokens) {
		return SanitizingFunction.sanitizeValue()
			.ifMatches((data) -> isSecret(data.getKey()) || tokens.stream().anyMatch((known) -> shows(data, known)));
	}

	private static boolean isSecret(String key) {
		return SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "")).matches();
	}

	/** A token may stand under another key, which ours refers to, or amid other text. */
	private static boolean shows(SanitizableData data, EnvironmentTokens tokens) {
		String text = String.valueOf(data.getValue());
		return tokens.known().anyMatch(text::contains) || tokens.referTo(data.getKey());
	}

}
