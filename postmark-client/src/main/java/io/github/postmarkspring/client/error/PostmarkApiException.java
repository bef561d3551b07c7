package io.github.postmarkspring.client.error;

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

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer, or {@code null} if the refusal did not
	 * come with one: one message of a batch, or a check before sending
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 */
	public PostmarkApiException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		this(status, errorCode, apiMessage, null);
	}

	PostmarkApiException(@Nullable HttpStatusCode status, int errorCode, String apiMessage, @Nullable Throwable cause) {
		super(describe(status, errorCode, apiMessage), cause);
		this.status = status;
		this.errorCode = errorCode;
		this.apiMessage = apiMessage;
	}

	private static String describe(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		StringBuilder description = new StringBuilder("Postmark refused the call");
		if (status != null) {
			description.append(", HTTP ").append(status.value());
		}
		if (errorCode != 0) {
			description.append(", ErrorCode ").append(errorCode);
		}
		return description.append(": ").append(apiMessage).toString();
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

}
