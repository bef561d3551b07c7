package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Postmark is down for maintenance (HTTP 503 with ErrorCode 100). The call was not
 * carried out; it may be tried again later.
 *
 * @since 0.1.0
 */
public class PostmarkUnavailableException extends PostmarkApiException {

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer
	 * @param apiMessage the {@code Message} of the answer
	 */
	public PostmarkUnavailableException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		super(status, errorCode, apiMessage);
	}

}
