package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a signed request may be used for once only. It is let go of when handling
 * fails, because a relay may try again with the very same bytes.
 *
 * @param refusal the answer if something has been used already, {@code null} if not
 * @param claims what is held
 */
record ReplayGuard(@Nullable Answer refusal, List<WebhookMemory.Claim> claims) {

	static final ReplayGuard NONE = new ReplayGuard(null, List.of());

	static ReplayGuard refused(Answer refusal) {
		return new ReplayGuard(refusal, List.of());
	}

	static ReplayGuard claim(WebhookMemory memory, WebhookEndpoint endpoint, List<String> nonces) {
		List<WebhookMemory.Claim> claims = new ArrayList<>();
		ReplayGuard guard = new ReplayGuard(null, claims);
		try {
			for (String nonce : nonces) {
				WebhookMemory.Claim claim = memory.claim("signature:" + hash(endpoint.name() + "\n" + nonce));
				if (claim.state() != WebhookMemory.State.CLAIMED) {
					guard.failed();
					return refused(
							(claim.state() == WebhookMemory.State.BUSY) ? Answer.BUSY : Answer.unverified("replayed"));
				}
				claims.add(claim);
			}
		}
		catch (RuntimeException | Error ex) {
			// Nobody else knows of those that are held by now.
			guard.failed();
			throw ex;
		}
		return guard;
	}

	void handled() {
		this.claims.forEach(WebhookMemory.Claim::handled);
	}

	void failed() {
		this.claims.forEach(WebhookMemory.Claim::failed);
	}

	/** Of one length, whatever a signer puts into it, for any store. */
	private static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
