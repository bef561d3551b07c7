package io.github.postmarkspring.client.webhook;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Base64 with one spelling for each value: the JDK's decoder takes a missing padding and
 * stray bits before it.
 */
final class StrictBase64 {

	private StrictBase64() {
	}

	static byte @Nullable [] decode(String text) {
		try {
			byte[] bytes = Base64.getDecoder().decode(text);
			return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
