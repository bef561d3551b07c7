package io.github.postmarkspring.client.webhook;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The secrets that are live, asked for on every request. What is compared is made of them
 * once, and again as soon as they are others.
 *
 * @param <S> what a secret is configured as
 */
final class LiveSecrets<S> {

	private final Supplier<List<S>> live;

	private final Function<S, byte @Nullable []> usable;

	private volatile Prepared<S> prepared = new Prepared<>(List.of(), List.of());

	/**
	 * Create them.
	 * @param live gives the secrets, newest first
	 * @param usable gives what to compare with one, {@code null} if it is not fit to be
	 * used
	 */
	LiveSecrets(Supplier<List<S>> live, Function<S, byte @Nullable []> usable) {
		Assert.notNull(live, "the supplier of secrets must not be null");
		this.live = live;
		this.usable = usable;
	}

	/**
	 * Accept what has the digest of one of the secrets. With digests, the time it takes
	 * tells nothing about a secret, nor its length.
	 */
	WebhookVerification verify(byte[] presented, String otherwise) {
		byte[] digest = Sha256.digest(presented);
		return verify((secret) -> MessageDigest.isEqual(digest, secret), null, otherwise);
	}

	/**
	 * Accept what matches one of the secrets. All are tried, for the same reason.
	 * @throws IllegalStateException if there is no telling which secrets are live
	 */
	WebhookVerification verify(Predicate<byte[]> matches, @Nullable String nonce, String otherwise) {
		List<S> secrets = read();
		if (secrets.isEmpty()) {
			return WebhookVerification.rejected("no-secret");
		}
		boolean usable = false;
		int newestMatch = -1;
		List<byte @Nullable []> candidates = prepare(secrets);
		for (int i = candidates.size() - 1; i >= 0; i--) {
			byte[] secret = candidates.get(i);
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

	/** Neither as a cause nor by its text, which may quote a secret. */
	private List<S> read() {
		try {
			return List.copyOf(this.live.get());
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					"The live secrets of a webhook verifier could not be read: " + ex.getClass().getName());
		}
	}

	/** To look at a key again and again would take longer than to check a signature. */
	private List<byte @Nullable []> prepare(List<S> secrets) {
		Prepared<S> prepared = this.prepared;
		if (!prepared.secrets.equals(secrets)) {
			List<byte @Nullable []> usable = new ArrayList<>();
			secrets.forEach((secret) -> usable.add(this.usable.apply(secret)));
			prepared = new Prepared<>(secrets, usable);
			this.prepared = prepared;
		}
		return prepared.usable;
	}

	private record Prepared<S>(List<S> secrets, List<byte @Nullable []> usable) {

		/**
		 * Shows no secret.
		 */
		@Override
		public String toString() {
			return "Prepared[" + this.secrets.size() + "]";
		}

	}

}
