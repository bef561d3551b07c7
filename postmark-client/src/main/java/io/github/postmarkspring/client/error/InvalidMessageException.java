package io.github.postmarkspring.client.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The message cannot be sent as it is; sending it again unchanged will fail again. Thrown
 * when Postmark says so, and before anything is sent when a check that needs no network
 * finds the mistake: {@link #field()} then names it and {@link #status()} is
 * {@code null}, while {@link #errorCode()} is the one that Postmark has for it.
 *
 * @since 0.1.0
 */
public class InvalidMessageException extends PostmarkApiException {

	private final @Nullable String field;

	/**
	 * Create a new exception for an answer from Postmark.
	 * @param status the HTTP status of the answer, or {@code null} for one message of a
	 * batch
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 */
	public InvalidMessageException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		this(status, errorCode, apiMessage, Map.of());
	}

	/**
	 * Create a new exception for an answer from Postmark that names several mistakes.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer
	 * @param apiMessage the {@code Message} of the answer
	 * @param fieldErrors the {@code Errors} of the answer, by the name of the field
	 */
	public InvalidMessageException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			Map<String, List<FieldError>> fieldErrors) {
		super(status, errorCode, apiMessage, fieldErrors);
		this.field = null;
	}

	/**
	 * Create a new exception for a mistake that was found before anything was sent.
	 * @param field the name of the field in Postmark's API, such as {@code Subject}
	 * @param errorCode the {@code ErrorCode} that Postmark has for the mistake
	 * @param problem what is wrong, and the limit if there is one
	 * @param cause the cause, if any
	 */
	public InvalidMessageException(String field, int errorCode, String problem, @Nullable Throwable cause) {
		super(null, errorCode, problem, Map.of(), cause);
		this.field = field;
	}

	/**
	 * Return the field that is wrong.
	 * @return the field's name in Postmark's API, such as {@code Subject}, or
	 * {@code null} if the refusal came from Postmark, which tells it in
	 * {@link #apiMessage()} only, or for several in {@link #fieldErrors()}
	 */
	public @Nullable String field() {
		return this.field;
	}

	@Override
	public String getMessage() {
		return (this.field != null) ? "Not sent, '" + this.field + "' is not valid: " + apiMessage()
				: String.valueOf(super.getMessage());
	}

}
