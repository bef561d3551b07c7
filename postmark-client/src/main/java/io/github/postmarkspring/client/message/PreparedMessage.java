package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

/**
 * A message that is checked and written.
 *
 * @param index its place among those given
 * @param message the message as it was given
 * @param body its JSON
 * @param key its reconciliation key, or {@code null} if it has none
 * @param stream the id of the message stream it goes to
 */
record PreparedMessage(long index, OutboundMessage message, JsonBody body, @Nullable String key, String stream) {

	boolean isTemplated() {
		return this.message instanceof TemplatedEmail;
	}

	BatchItem failed(PostmarkException reason) {
		return outcome(this.index, this.message, withKey(reason));
	}

	/** Say the key where it is needed: it is not known what became of the message. */
	PostmarkException withKey(PostmarkException reason) {
		return (this.key != null && reason instanceof AmbiguousSendException ambiguous
				&& ambiguous.reconciliationKey() == null) ? new AmbiguousSendException(ambiguous, this.key, "", false)
						: reason;
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
