package io.github.postmarkspring.client.webhook;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * How a relay or gateway signs what it passes on, always an HMAC over the bytes of the
 * body. Postmark itself signs nothing: with a signature as the only verifier, all that
 * Postmark posts directly is refused.
 *
 * @since 0.1.0
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
public abstract sealed class SignatureScheme permits VersionedScheme, PlainScheme {

	SignatureScheme() {
	}

	/**
	 * Standard Webhooks: HMAC-SHA256 over id, timestamp and body, in the headers
	 * {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}. Keys
	 * are Base64, with or without {@code whsec_} in front.
	 * @return the scheme
	 */
	public static SignatureScheme standardWebhooks() {
		return new VersionedScheme("standard-webhooks", "webhook-");
	}

	/**
	 * Svix: as Standard Webhooks, in headers that start with {@code svix-}.
	 * @return the scheme
	 */
	public static SignatureScheme svix() {
		return new VersionedScheme("svix", "svix-");
	}

	/**
	 * Hookdeck: HMAC-SHA256 over the body, as Base64 in {@code x-hookdeck-signature}, and
	 * while a secret is rolled with the old one in {@code x-hookdeck-signature-2}. Keys
	 * are text. There is no timestamp, so a replay cannot be told from an honest second
	 * try by its headers.
	 * @return the scheme
	 */
	public static SignatureScheme hookdeck() {
		return new PlainScheme("hookdeck", "x-hookdeck-signature", "x-hookdeck-signature-2", null, Algorithm.SHA_256,
				Encoding.BASE64, "");
	}

	/**
	 * Any other HMAC of a relay or gateway. Keys are text, at least 24 bytes in UTF-8.
	 * @param header the header with the signature
	 * @param algorithm the hash function
	 * @param encoding how the signature is written
	 * @param prefix what stands in front of it, such as {@code sha256=}, or an empty text
	 * @param timestampHeader the header with the seconds since 1970, if what is signed is
	 * {@code timestamp.body}; {@code null} if it is the body alone, which leaves replays
	 * unseen
	 * @return the scheme
	 * @throws IllegalArgumentException if a header is one that cannot carry it, see
	 * {@link HeaderCheck#signatureHeader}, or the prefix has other than visible ASCII
	 * characters
	 */
	public static SignatureScheme generic(String header, Algorithm algorithm, Encoding encoding, String prefix,
			@Nullable String timestampHeader) {
		return PlainScheme.checked(header, algorithm, encoding, prefix, timestampHeader);
	}

	/**
	 * Return the name of the scheme.
	 * @return one of a few fixed names
	 */
	abstract String name();

	abstract Algorithm algorithm();

	abstract KeyFormat keyFormat();

	/**
	 * Read what the headers say, which nobody has proven yet.
	 */
	abstract SignedHeaders read(HttpHeaders headers) throws RefusedException;

	@Override
	public final String toString() {
		return name();
	}

	/**
	 * The hash function of an HMAC.
	 */
	public enum Algorithm {

		/** HMAC-SHA256. */
		SHA_256("HmacSHA256", 32),

		/** HMAC-SHA512. */
		SHA_512("HmacSHA512", 64);

		private final String mac;

		private final int length;

		Algorithm(String mac, int length) {
			this.mac = mac;
			this.length = length;
		}

		String mac() {
			return this.mac;
		}

		int length() {
			return this.length;
		}

	}

	/**
	 * How the bytes of a signature are written.
	 */
	public enum Encoding {

		/** Two digits a byte, in either case. */
		HEX,

		/** Base64 with padding. */
		BASE64

	}

}
