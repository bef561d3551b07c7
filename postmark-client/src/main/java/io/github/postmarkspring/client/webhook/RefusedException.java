package io.github.postmarkspring.client.webhook;

/**
 * A request is not even worth a comparison. For this package only, so it needs no stack
 * trace.
 */
final class RefusedException extends Exception {

	private final String reason;

	RefusedException(String reason) {
		super(reason, null, false, false);
		this.reason = reason;
	}

	WebhookVerification toVerification() {
		return WebhookVerification.rejected(this.reason);
	}

}
