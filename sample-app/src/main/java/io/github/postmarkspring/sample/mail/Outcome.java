package io.github.postmarkspring.sample.mail;

import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.message.SendResult;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param status the short answer
 * @param messageId Postmark's id of the message, or {@code null} if it is not known to
 * have taken it
 * @param explanation the answer in words for the customer
 * @param detail what Postmark or its client said, for those who run the shop
 */
public record Outcome(Status status, @Nullable String messageId, String explanation, String detail) {

	static Outcome of(SendResult result) {
		if (result.test()) {
			return accepted(Status.TEST, result,
					"Postmark checked it and dropped it, as it does for everybody with its test token.");
		}
		if (result.delayed()) {
			return accepted(Status.DELAYED, result, "It is on its way, but may take longer than usual.");
		}
		return accepted(Status.ACCEPTED, result, "It is on its way.");
	}

	static Outcome of(PostmarkException ex) {
		if (ex instanceof PostmarkTransportException transport) {
			return transport.mayHaveBeenSent()
					? failed(Status.UNKNOWN, ex, "We lost touch with our mail service half-way. It may still arrive.")
					: failed(Status.NOT_SENT, ex, "Our mail service could not be reached.");
		}
		if (ex instanceof RateLimitedException || ex instanceof PostmarkUnavailableException) {
			return failed(Status.NOT_SENT, ex, "Our mail service is too busy at the moment.");
		}
		if (ex instanceof InactiveRecipientsException) {
			return failed(Status.REFUSED, ex,
					"Earlier mail to this address came back or was reported as spam, so none is sent there any more.");
		}
		if (ex instanceof InvalidMessageException) {
			return failed(Status.REFUSED, ex, "Our mail service did not take it. Is the e-mail address right?");
		}
		return failed(Status.REFUSED, ex, "Our mail service does not let us send. That is our fault, not yours.");
	}

	private static Outcome accepted(Status status, SendResult result, String explanation) {
		return new Outcome(status, result.messageId(), explanation, result.message());
	}

	private static Outcome failed(Status status, PostmarkException ex, String explanation) {
		return new Outcome(status, null, explanation, String.valueOf(ex.getMessage()));
	}

	/**
	 * The short answer.
	 */
	public enum Status {

		ACCEPTED("Accepted"),

		DELAYED("Accepted, delayed"),

		TEST("Checked, not delivered"),

		REFUSED("Refused"),

		NOT_SENT("Not sent"),

		UNKNOWN("Unknown: may have been sent");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
