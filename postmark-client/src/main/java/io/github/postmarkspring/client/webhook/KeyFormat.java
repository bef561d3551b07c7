package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * How a signer shows its key.
 */
enum KeyFormat {

	/** The bytes in Base64, as {@code whsec_…} or without that. */
	WHSEC {

		@Override
		byte @Nullable [] decode(String key) {
			try {
				return Base64.getDecoder().decode(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key);
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	},

	/** A text whose UTF-8 bytes are the key. */
	TEXT {

		@Override
		byte[] decode(String key) {
			return key.getBytes(StandardCharsets.UTF_8);
		}

	};

	private static final String PREFIX = "whsec_";

	// What Standard Webhooks asks for.
	private static final int MIN_BYTES = 24;

	/**
	 * Return the bytes of a key.
	 * @return the bytes, {@code null} if the text is not in this format
	 */
	abstract byte @Nullable [] decode(String key);

	@Nullable String problem(String key) {
		byte[] bytes = decode(key);
		if (bytes == null) {
			return "is not in Base64, with or without 'whsec_' in front";
		}
		return (bytes.length < MIN_BYTES) ? "has fewer than " + MIN_BYTES + " bytes" : null;
	}

}
