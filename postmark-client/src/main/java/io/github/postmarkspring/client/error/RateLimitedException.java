package io.github.postmarkspring.client.error;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Too many requests (HTTP 429). The call was not carried out; it may be tried again
 * later.
 *
 * @since 0.1.0
 */
public class RateLimitedException extends PostmarkApiException {

	private final @Nullable Duration retryAfter;

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 * @param retryAfter how long the answer asked to wait, or {@code null} if it did not
	 */
	public RateLimitedException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			@Nullable Duration retryAfter) {
		super(status, errorCode, apiMessage);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return how long the answer asked to wait ({@code Retry-After}).
	 * @return the time, never negative, or {@code null} if the answer did not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
