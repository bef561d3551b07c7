package io.github.postmarkspring.client.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the headers of a signed request say.
 *
 * @param head what is signed in front of the body
 * @param timestamp the seconds since 1970, digits only, or {@code null}
 * @param signatures the signatures that may be valid
 * @param nonce what is used for this request only, or {@code null}
 */
record SignedHeaders(String head, @Nullable String timestamp, List<byte[]> signatures, @Nullable String nonce) {

	// Enough for the next ten thousand years, and far from an overflow.
	private static final int MAX_DIGITS = 12;

	/**
	 * Return the text as received: it is signed like that, and printing a number again
	 * could make another text of it.
	 */
	static String timestamp(String text) throws RefusedException {
		if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new RefusedException("timestamp-malformed");
		}
		return text;
	}

}
