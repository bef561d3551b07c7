package io.github.postmarkspring.client.webhook;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a {@link WebhookVerifier} made of a request. There is no third answer such as "not
 * mine": a verifier that has been configured must accept.
 *
 * @since 0.1.0
 */
public sealed interface WebhookVerification {

	/**
	 * The request comes from who it should come from.
	 * @return the verification, with nothing to remember
	 */
	static WebhookVerification accepted() {
		return new Accepted(false, null);
	}

	/**
	 * The request is refused.
	 * @param reason a fixed code as in {@link Rejected}
	 * @return the verification
	 */
	static WebhookVerification rejected(String reason) {
		return new Rejected(reason);
	}

	/**
	 * The request comes from who it should come from.
	 *
	 * @param byOlderSecret whether another than the newest live secret was used: a
	 * rotation that is not finished
	 * @param nonce what is used for this one request only, {@code null} if there is no
	 * such thing. An exact replay carries it again, and so may an honest second try:
	 * claim it, with the name of the endpoint in front, in a {@link WebhookMemory} that
	 * remembers it for twice the tolerance, and say there that it failed when handling
	 * did
	 */
	record Accepted(boolean byOlderSecret, @Nullable String nonce) implements WebhookVerification {

	}

	/**
	 * The request is refused.
	 *
	 * @param reason a code for logs and metrics such as {@code credentials-missing}: one
	 * of a few, never made from the request. Lower-case letters, digits and hyphens, 40
	 * characters at most
	 */
	record Rejected(String reason) implements WebhookVerification {

		private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

		public Rejected {
			Assert.notNull(reason, "'reason' must not be null");
			Assert.isTrue(CODE.matcher(reason).matches(),
					"'reason' must be a fixed code of lower-case letters, digits and hyphens, 40 characters at most");
		}

	}

}
