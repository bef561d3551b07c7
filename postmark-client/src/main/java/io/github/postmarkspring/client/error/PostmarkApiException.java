package io.github.postmarkspring.client.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Postmark refused the call: nothing was sent or changed. The subclasses tell the cases
 * apart that a caller treats differently; everything else is of this class itself, with
 * its {@link #errorCode()}.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Postmark: API
 * error codes</a>
 */
public non-sealed class PostmarkApiException extends PostmarkException {

	private final @Nullable HttpStatusCode status;

	private final int errorCode;

	private final String apiMessage;

	private final Map<String, List<FieldError>> fieldErrors;

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer, or {@code null} if the refusal did not
	 * come with one: one message of a batch, or a check before sending
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 */
	public PostmarkApiException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		this(status, errorCode, apiMessage, Map.of());
	}

	/**
	 * Create a new exception for a request with several mistakes.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer
	 * @param apiMessage the {@code Message} of the answer
	 * @param fieldErrors the {@code Errors} of the answer, by the name of the field
	 */
	public PostmarkApiException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			Map<String, List<FieldError>> fieldErrors) {
		this(status, errorCode, apiMessage, fieldErrors, null);
	}

	PostmarkApiException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			Map<String, List<FieldError>> fieldErrors, @Nullable Throwable cause) {
		super(describe(status, errorCode, apiMessage, fieldErrors), cause);
		this.status = status;
		this.errorCode = errorCode;
		this.apiMessage = apiMessage;
		Map<String, List<FieldError>> copy = new LinkedHashMap<>();
		fieldErrors.forEach((field, errors) -> copy.put(field, List.copyOf(errors)));
		this.fieldErrors = Collections.unmodifiableMap(copy);
	}

	private static String describe(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			Map<String, List<FieldError>> fieldErrors) {
		StringBuilder description = new StringBuilder("Postmark refused the call");
		if (status != null) {
			description.append(", HTTP ").append(status.value());
		}
		if (errorCode != 0) {
			description.append(", ErrorCode ").append(errorCode);
		}
		description.append(": ").append(apiMessage);
		if (!fieldErrors.isEmpty()) {
			description.append(' ').append(fieldErrors);
		}
		return description.toString();
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status, or {@code null} if the refusal did not come with one: one
	 * message of a batch, or a check that found the mistake before anything was sent
	 */
	public @Nullable HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Return Postmark's {@code ErrorCode}. It is unrelated to the HTTP status, though the
	 * numbers overlap.
	 * @return the code, or 0 if the answer carried none
	 */
	public int errorCode() {
		return this.errorCode;
	}

	/**
	 * Return Postmark's own words. They may quote addresses of the message.
	 * @return the {@code Message} of the answer, as one line of bounded length
	 */
	public String apiMessage() {
		return this.apiMessage;
	}

	/**
	 * Return the mistakes one by one, where Postmark found several: the Bulk API answers
	 * so with ErrorCode 11.
	 * @return the mistakes by the name of the field as Postmark writes it, the first 50
	 * of them; empty if the answer named none. The map cannot be changed
	 */
	public Map<String, List<FieldError>> fieldErrors() {
		return this.fieldErrors;
	}

}
