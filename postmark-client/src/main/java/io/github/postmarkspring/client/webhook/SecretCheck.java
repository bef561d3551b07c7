package io.github.postmarkspring.client.webhook;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds secrets that are none. For whoever configures verifiers: ask at start and refuse
 * to start. The verifiers ask too, so that what becomes live later is no weaker.
 * <p>
 * Each method answers with what is wrong in words that follow the name of a property,
 * such as "is shorter than 16 characters", never with the secret, and with {@code null}
 * if nothing is.
 *
 * @since 0.1.0
 */
public final class SecretCheck {

	private static final int MIN_LENGTH = 16;

	private static final int MAX_LENGTH = 500;

	private static final int MIN_DIFFERENT = 5;

	// What begins another stands after it, and possessive, so that no text takes long.
	private static final Pattern PLACEHOLDER = Pattern.compile("""
			(?i)[^a-z0-9]*+(?:(?:change|replace|insert|enter|your|my|the|this|with|here|please|me|it\
			|whsec|secret|passwd|password|pass|token|key|credentials|value|webhook|postmark|signing|hmac|basic\
			|user|admin|root|default|example|sample|dummy|testing|test|fake|super|very|strong|long|random\
			|todo|fixme|tbd|none|null|undefined|placeholder|foobar|foo|bar|qwerty|letmein|abcdef|abc|a|x\
			|0123456789|1234567890|123456789|12345678|1234567|123456|12345|1234|123|12|1|0)[^a-z0-9]*+)++""");

	private SecretCheck() {
	}

	/**
	 * Check the password of Basic credentials.
	 * @param password the password, or {@code null}
	 * @return what is wrong with it, or {@code null}
	 */
	public static @Nullable String password(@Nullable String password) {
		String problem = text(password);
		return (problem != null || password == null) ? problem : length(password);
	}

	/**
	 * Check the value of a secret header.
	 * @param value the value, or {@code null}
	 * @return what is wrong with it, or {@code null}
	 */
	public static @Nullable String headerValue(@Nullable String value) {
		String problem = password(value);
		if (problem == null && value != null && !value.chars().allMatch((c) -> c > ' ' && c <= '~')) {
			problem = "has white space or a character in it that does not pass through a header unchanged, "
					+ "use ASCII letters and digits";
		}
		return problem;
	}

	/**
	 * Check the key of a signature.
	 * @param scheme how is signed with it
	 * @param key the key, as the signer shows it, or {@code null}
	 * @return what is wrong with it, or {@code null}
	 */
	public static @Nullable String signingKey(SignatureScheme scheme, @Nullable String key) {
		String problem = text(key);
		return (problem != null || key == null) ? problem : scheme.keyFormat().problem(key);
	}

	private static @Nullable String text(@Nullable String secret) {
		if (secret == null || secret.isBlank()) {
			return "is not set, or blank";
		}
		if (secret.contains("${")) {
			return "has a placeholder in it that could not be resolved";
		}
		if (PLACEHOLDER.matcher(secret).matches()) {
			return "is a well-known placeholder and no secret, generate one";
		}
		if (secret.length() >= MIN_LENGTH && hasFewDifferent(secret)) {
			return "is made of fewer than " + MIN_DIFFERENT + " different characters";
		}
		return null;
	}

	/** Looks no further than it has to, because every request comes by here. */
	private static boolean hasFewDifferent(String secret) {
		int different = 0;
		for (int i = 0; i < secret.length() && different < MIN_DIFFERENT; i++) {
			if (secret.indexOf(secret.charAt(i)) == i) {
				different++;
			}
		}
		return different < MIN_DIFFERENT;
	}

	private static @Nullable String length(String secret) {
		if (secret.length() < MIN_LENGTH) {
			return "is shorter than " + MIN_LENGTH + " characters";
		}
		return (secret.length() > MAX_LENGTH) ? "is longer than " + MAX_LENGTH + " characters" : null;
	}

}
