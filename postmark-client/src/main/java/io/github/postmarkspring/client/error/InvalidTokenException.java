package io.github.postmarkspring.client.error;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Postmark does not accept the token (ErrorCode 10): it is unknown, or an account token
 * where a server token is needed or the reverse. Or there is no token that could be sent,
 * and no request was made: then {@link #status()} is {@code null}.
 *
 * @since 0.1.0
 */
public class InvalidTokenException extends PostmarkApiException {

	private final String explanation;

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 */
	public InvalidTokenException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		this(status, errorCode, apiMessage, "");
	}

	/**
	 * Create a new exception that says more than Postmark does.
	 * @param status the HTTP status of the answer
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 * @param explanation which token was refused and what kind is needed, without the
	 * token; may be empty
	 */
	public InvalidTokenException(@Nullable HttpStatusCode status, int errorCode, String apiMessage,
			String explanation) {
		super(status, errorCode, apiMessage);
		this.explanation = explanation;
	}

	/**
	 * Create a new exception for a token that cannot be sent.
	 * @param problem what is wrong, without the token
	 * @param cause the cause, if any
	 */
	public InvalidTokenException(String problem, @Nullable Throwable cause) {
		super(null, 10, problem, Map.of(), cause);
		this.explanation = "";
	}

	@Override
	public String getMessage() {
		String message = (status() == null) ? "No request was made: " + apiMessage()
				: String.valueOf(super.getMessage());
		return this.explanation.isEmpty() ? message : message + " (" + this.explanation + ")";
	}

}
