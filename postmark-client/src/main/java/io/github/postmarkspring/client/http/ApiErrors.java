package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.error.FieldError;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.error.SendingNotAllowedException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Chooses the exception for a refusal by Postmark.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Postmark: API
 * error codes</a>
 */
public final class ApiErrors {

	// A refusal may list 50 addresses.
	private static final int MAX_TEXT = 20_000;

	private ApiErrors() {
	}

	/**
	 * Return the exception for a message that was refused. The code in the body counts
	 * before the HTTP status: a body may be missing, but where there is one it is the
	 * more exact.
	 * @param status the HTTP status, or {@code null} for one message of a batch
	 * @param errorCode the {@code ErrorCode}, or 0 if there was none
	 * @param apiMessage the {@code Message}
	 * @param retryAfter the time of a {@code Retry-After} header, if there was one
	 * @param fieldErrors the mistakes by field, if there were several
	 * @return the exception to throw
	 */
	public static PostmarkApiException ofSend(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			@Nullable Duration retryAfter, Map<String, List<FieldError>> fieldErrors) {
		String text = ForeignText.oneLine(apiMessage, MAX_TEXT);
		if (has(status, HttpStatus.TOO_MANY_REQUESTS)) {
			return new RateLimitedException(status, errorCode, text, retryAfter);
		}
		return switch (errorCode) {
			case 11, 300, 402, 403, 410, 411, 1101, 1109, 1120, 1121, 1122, 1123, 1235, 1236 ->
				new InvalidMessageException(status, errorCode, text, fieldErrors);
			case 400, 401, 405, 412, 413, 422, 1480 -> new SendingNotAllowedException(status, errorCode, text);
			case 406 -> new InactiveRecipientsException(status, errorCode, text, InactiveAddresses.in(text));
			case 0 -> has(status, HttpStatus.FORBIDDEN) ? new SendingNotAllowedException(status, 0, text)
					: of(status, 0, text, retryAfter, fieldErrors);
			default -> of(status, errorCode, text, retryAfter, fieldErrors);
		};
	}

	/**
	 * Return the exception for any other call that was refused. Codes mean different
	 * things in different families, so only those that all of them share are told apart.
	 * @param status the HTTP status
	 * @param errorCode the {@code ErrorCode}, or 0 if there was none
	 * @param apiMessage the {@code Message}
	 * @param retryAfter the time of a {@code Retry-After} header, if there was one
	 * @param fieldErrors the mistakes by field, if there were several
	 * @return the exception to throw
	 */
	public static PostmarkApiException of(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			@Nullable Duration retryAfter, Map<String, List<FieldError>> fieldErrors) {
		String text = ForeignText.oneLine(apiMessage, MAX_TEXT);
		if (has(status, HttpStatus.TOO_MANY_REQUESTS)) {
			return new RateLimitedException(status, errorCode, text, retryAfter);
		}
		return switch (errorCode) {
			case 10 -> new InvalidTokenException(status, errorCode, text);
			case 100 -> new PostmarkUnavailableException(status, errorCode, text);
			case 0 -> has(status, HttpStatus.UNAUTHORIZED) ? new InvalidTokenException(status, 0, text)
					: new PostmarkApiException(status, 0, text, fieldErrors);
			default -> new PostmarkApiException(status, errorCode, text, fieldErrors);
		};
	}

	private static boolean has(@Nullable HttpStatusCode status, HttpStatus expected) {
		return status != null && status.isSameCodeAs(expected);
	}

}
