package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the specification of Standard Webhooks says.
 */
final class Signed {

	static final String KEY = "whsec_Wm5oS3ZYcTdUcDJMd0U5c1lhNUpjOGRSZjNHYjZNazE=";

	static final String OLDER_KEY = "whsec_UDhuWXZ0RzJCeEs0d1E3akhhNUxjOWRSZjNTYjZNazI=";

	private Signed() {
	}

	/** The header lines of a request that is signed now. */
	static String[] headers(String id, String body) {
		return headers(KEY, id, Instant.now().getEpochSecond(), body);
	}

	static String[] headers(String key, String id, long timestamp, String body) {
		return new String[] { "webhook-id: " + id, "webhook-timestamp: " + timestamp,
				"webhook-signature: v1," + signature(key, id, timestamp, body) };
	}

	static String signature(String key, String id, long timestamp, String body) {
		byte[] secret = Base64.getDecoder().decode(key.substring("whsec_".length()));
		String text = id + "." + timestamp + "." + body;
		return Base64.getEncoder().encodeToString(hmac(secret, text.getBytes(StandardCharsets.UTF_8)));
	}

	static byte[] hmac(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
