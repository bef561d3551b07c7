package io.github.postmarkspring.client.error;

import java.io.Serializable;

/**
 * One of several mistakes that Postmark found in a request.
 *
 * @param errorCode the {@code ErrorCode}, or 0 if there was none
 * @param apiMessage Postmark's own words, as one line of bounded length; they may quote
 * what was sent
 * @since 0.1.0
 * @see PostmarkApiException#fieldErrors()
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public record FieldError(int errorCode, String apiMessage) implements Serializable {

	@Override
	public String toString() {
		return this.errorCode + " " + this.apiMessage;
	}

}
