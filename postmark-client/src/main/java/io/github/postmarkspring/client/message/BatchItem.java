package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.RateLimitedException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message of many.
 *
 * @since 0.1.0
 * @see PostmarkSender#sendAll
 */
public sealed interface BatchItem {

	/**
	 * Return the place of the message among those given.
	 * @return the place, from 0
	 */
	long index();

	/**
	 * Return the message.
	 * @return the message as it was given, without defaults
	 */
	OutboundMessage message();

	/**
	 * Return why the message was not accepted, or is not known to be.
	 * @return the reason, {@code null} if it was accepted
	 */
	default @Nullable PostmarkException reason() {
		return null;
	}

	/**
	 * Postmark has accepted the message.
	 *
	 * @param index the place of the message
	 * @param message the message
	 * @param result what Postmark said
	 */
	record Accepted(long index, OutboundMessage message, SendResult result) implements BatchItem {
	}

	/**
	 * The message was refused, by Postmark or before it was sent. It was not sent.
	 *
	 * @param index the place of the message
	 * @param message the message
	 * @param reason why, with the code; the type of the exception tells what can be done
	 */
	record Rejected(long index, OutboundMessage message, PostmarkApiException reason) implements BatchItem {

		/**
		 * Return whether the same message is worth another try later: Postmark had too
		 * many requests (HTTP 429), was down for maintenance (ErrorCode 100) or failed
		 * (101). Everything else is permanent, a code that is not known included: it
		 * fails again until somebody changes the message, the recipients, the account or
		 * the token.
		 * @return {@code true} if it may be sent again as it is, {@code false} if that is
		 * of no use
		 */
		public boolean isRetryable() {
			return this.reason instanceof RateLimitedException || this.reason.errorCode() == 100
					|| this.reason.errorCode() == 101;
		}

	}

	/**
	 * It is not known whether Postmark has accepted the message: sent again, it may
	 * arrive twice.
	 *
	 * @param index the place of the message
	 * @param message the message
	 * @param reason what happened
	 */
	record Unknown(long index, OutboundMessage message, AmbiguousSendException reason) implements BatchItem {
	}

	/**
	 * The message did not reach Postmark. It was not sent, and can be sent again.
	 *
	 * @param index the place of the message
	 * @param message the message
	 * @param reason what happened
	 */
	record NotAttempted(long index, OutboundMessage message, PostmarkException reason) implements BatchItem {
	}

}
