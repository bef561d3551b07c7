package io.github.postmarkspring.client.webhook;

import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The secrets that are live, asked for on every request and kept nowhere.
 *
 * @param <S> what a secret is configured as
 */
final class LiveSecrets<S> {

	private final Supplier<List<S>> live;

	private final Function<S, byte @Nullable []> bytes;

	/**
	 * Create them.
	 * @param live gives the secrets, newest first
	 * @param bytes gives the bytes of one, {@code null} if it is not fit to be used
	 */
	LiveSecrets(Supplier<List<S>> live, Function<S, byte @Nullable []> bytes) {
		Assert.notNull(live, "the supplier of secrets must not be null");
		this.live = live;
		this.bytes = bytes;
	}

	/**
	 * Accept what equals one of the secrets. Digests are compared, so that the time it
	 * takes tells nothing about a secret, nor its length.
	 */
	WebhookVerification verify(byte[] presented, String otherwise) {
		byte[] digest = Sha256.digest(presented);
		return verify((secret) -> MessageDigest.isEqual(digest, Sha256.digest(secret)), null, otherwise);
	}

	/**
	 * Accept what matches one of the secrets. All are tried, for the same reason.
	 */
	WebhookVerification verify(Predicate<byte[]> matches, @Nullable String nonce, String otherwise) {
		List<S> secrets;
		try {
			secrets = List.copyOf(this.live.get());
		}
		catch (RuntimeException ex) {
			return WebhookVerification.rejected("secret-unavailable");
		}
		if (secrets.isEmpty()) {
			return WebhookVerification.rejected("no-secret");
		}
		boolean usable = false;
		int newestMatch = -1;
		for (int i = secrets.size() - 1; i >= 0; i--) {
			byte[] secret = this.bytes.apply(secrets.get(i));
			usable |= secret != null;
			if (secret != null && matches.test(secret)) {
				newestMatch = i;
			}
		}
		if (newestMatch < 0) {
			return WebhookVerification.rejected(usable ? otherwise : "secret-unusable");
		}
		return new WebhookVerification.Accepted(newestMatch > 0, nonce);
	}

}
