package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The request was written, and what came back does not tell whether Postmark accepted the
 * message: nothing, a broken or foreign answer, or a server error. Postmark knows no
 * idempotency key, so sending it again may deliver it twice.
 *
 * @since 0.1.0
 */
public class AmbiguousSendException extends PostmarkTransportException {

	private final @Nullable HttpStatusCode status;

	/**
	 * Create a new exception.
	 * @param message what happened
	 * @param status the HTTP status of the answer, if there was one
	 * @param cause the cause, if any
	 */
	public AmbiguousSendException(String message, @Nullable HttpStatusCode status, @Nullable Throwable cause) {
		super(message, cause);
		this.status = status;
	}

	@Override
	public boolean mayHaveBeenSent() {
		return true;
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status, or {@code null} if there was no answer
	 */
	public @Nullable HttpStatusCode status() {
		return this.status;
	}

}
