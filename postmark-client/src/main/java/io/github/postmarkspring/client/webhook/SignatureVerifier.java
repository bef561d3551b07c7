package io.github.postmarkspring.client.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Verifies an HMAC.
 */
final class SignatureVerifier implements WebhookVerifier {

	private final SignatureScheme scheme;

	private final LiveSecrets<String> live;

	private final Duration tolerance;

	private final Clock clock;

	SignatureVerifier(SignatureScheme scheme, Supplier<List<String>> live, Duration tolerance, Clock clock) {
		Assert.notNull(scheme, "'scheme' must not be null");
		Assert.isTrue(!tolerance.isNegative() && !tolerance.isZero(), "'tolerance' must be positive");
		Assert.notNull(clock, "'clock' must not be null");
		this.scheme = scheme;
		this.live = new LiveSecrets<>(live, this::bytes);
		this.tolerance = tolerance;
		this.clock = clock;
	}

	private byte @Nullable [] bytes(String key) {
		return (SecretCheck.signingKey(this.scheme, key) == null) ? this.scheme.keyFormat().decode(key) : null;
	}

	@Override
	public WebhookVerification verify(WebhookRequest request) {
		ByteBuffer body = request.body();
		if (body == null) {
			return WebhookVerification.rejected("body-not-read");
		}
		try {
			SignedHeaders signed = this.scheme.read(request.headers());
			checkTime(signed.timestamp());
			return this.live.verify((key) -> isAmong(signed.signatures(), sign(key, signed.head(), body.duplicate())),
					signed.nonce(), "signature-wrong");
		}
		catch (RefusedException ex) {
			return ex.toVerification();
		}
	}

	private void checkTime(@Nullable String timestamp) throws RefusedException {
		if (timestamp == null) {
			return;
		}
		Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), this.clock.instant());
		if (age.compareTo(this.tolerance) > 0) {
			throw new RefusedException("timestamp-stale");
		}
		if (age.negated().compareTo(this.tolerance) > 0) {
			throw new RefusedException("timestamp-in-future");
		}
	}

	private byte[] sign(byte[] key, String head, ByteBuffer body) {
		try {
			String algorithm = this.scheme.algorithm().mac();
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(key, algorithm));
			mac.update(head.getBytes(StandardCharsets.US_ASCII));
			mac.update(body);
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isAmong(List<byte[]> presented, byte[] signature) {
		boolean found = false;
		for (byte[] candidate : presented) {
			found |= MessageDigest.isEqual(signature, candidate);
		}
		return found;
	}

	@Override
	public String name() {
		return "signature-" + this.scheme.name();
	}

}
