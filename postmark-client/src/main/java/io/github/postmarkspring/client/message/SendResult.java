package io.github.postmarkspring.client.message;

import java.time.OffsetDateTime;
import java.util.Set;

import io.github.postmarkspring.client.http.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * Postmark has accepted a message.
 *
 * @param messageId the id that webhooks and searches name the message by; one for all of
 * its recipients
 * @param submittedAt when Postmark took it, or {@code null} if the answer did not say
 * @param message Postmark's own words, {@code OK} as a rule
 * @param delayed whether Postmark said that delivery may be delayed, as when the stream
 * is paused
 * @param test whether the token was {@code POSTMARK_API_TEST}: the message was checked
 * and dropped, nobody gets it
 * @param inactiveRecipients the addresses, in lower case, that will <em>not</em> get it
 * because they are suppressed; as a rule empty. Not known, and so empty, if
 * {@code reconciled}
 * @param reconciled whether Postmark's answer was lost and the message was found by its
 * reconciliation key afterwards
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public record SendResult(String messageId, @Nullable OffsetDateTime submittedAt, String message, boolean delayed,
		boolean test, Set<String> inactiveRecipients, boolean reconciled) {

	public SendResult {
		inactiveRecipients = Set.copyOf(inactiveRecipients);
	}

	/**
	 * Return the id and what happened, and no address: {@code message} may have some.
	 */
	@Override
	public String toString() {
		return "SendResult[messageId=" + ForeignText.oneLine(this.messageId, 100) + ", delayed=" + this.delayed
				+ ", test=" + this.test + ", inactiveRecipients=" + this.inactiveRecipients.size() + ", reconciled="
				+ this.reconciled + "]";
	}

}
