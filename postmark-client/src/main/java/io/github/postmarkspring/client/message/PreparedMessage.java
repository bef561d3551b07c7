package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;

/**
 * A message that is checked and written.
 *
 * @param index its place among those given
 * @param message the message as it was given
 * @param body its JSON
 */
record PreparedMessage(long index, OutboundMessage message, JsonBody body) {

	boolean isTemplated() {
		return this.message instanceof TemplatedEmail;
	}

	BatchItem failed(PostmarkException reason) {
		return outcome(this.index, this.message, reason);
	}

	static BatchItem outcome(long index, OutboundMessage message, PostmarkException reason) {
		if (reason instanceof AmbiguousSendException ambiguous) {
			return new BatchItem.Unknown(index, message, ambiguous);
		}
		if (reason instanceof PostmarkApiException refusal) {
			return new BatchItem.Rejected(index, message, refusal);
		}
		return new BatchItem.NotAttempted(index, message, reason);
	}

}
