package io.github.postmarkspring.client.error;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Every recipient of the message is suppressed (ErrorCode 406): after a hard bounce, a
 * spam complaint or a manual suppression. Nothing was sent.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public class InactiveRecipientsException extends PostmarkApiException {

	private final Set<String> addresses;

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer, or {@code null} for one message of a
	 * batch
	 * @param errorCode the {@code ErrorCode} of the answer
	 * @param apiMessage the {@code Message} of the answer
	 * @param addresses the addresses that it names, in lower case
	 */
	public InactiveRecipientsException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			Set<String> addresses) {
		super(status, errorCode, apiMessage);
		this.addresses = Set.copyOf(addresses);
	}

	/**
	 * Return the suppressed addresses that Postmark named.
	 * @return the addresses in lower case; empty if the text of the answer could not be
	 * read: then it is not known which they are
	 */
	public Set<String> addresses() {
		return this.addresses;
	}

}
