package io.github.postmarkspring.client.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest that secrets are compared by.
 */
final class Sha256 {

	private Sha256() {
	}

	static byte[] digest(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
