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

	private final @Nullable String reconciliationKey;

	private final boolean notFound;

	/**
	 * Create a new exception.
	 * @param message what happened
	 * @param status the HTTP status of the answer, if there was one
	 * @param cause the cause, if any
	 */
	public AmbiguousSendException(String message, @Nullable HttpStatusCode status, @Nullable Throwable cause) {
		super(message, cause);
		this.status = status;
		this.reconciliationKey = null;
		this.notFound = false;
	}

	/**
	 * Create a new exception that says more of the same failure.
	 * @param failure the failure
	 * @param reconciliationKey the key of the message, if it has one
	 * @param finding what looking it up came to, to add to the message
	 * @param notFound whether it was looked up, for as long as was to be, and not found
	 */
	public AmbiguousSendException(AmbiguousSendException failure, @Nullable String reconciliationKey, String finding,
			boolean notFound) {
		super(String.valueOf(failure.getMessage()).concat(finding), failure.getCause());
		for (Throwable suppressed : failure.getSuppressed()) {
			addSuppressed(suppressed);
		}
		this.status = failure.status;
		this.reconciliationKey = reconciliationKey;
		this.notFound = notFound;
	}

	/**
	 * Create a new exception that says more of the same failure.
	 * @param failure the failure
	 * @param more what to add to the message
	 */
	public AmbiguousSendException(AmbiguousSendException failure, String more) {
		this(failure, failure.reconciliationKey, more, failure.notFound);
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

	/**
	 * Return the key by which the message can be looked up, now or later: in its
	 * metadata.
	 * @return the key, or {@code null} if the message has none, because it was given none
	 * and {@code postmark.retry.reconcile} is off
	 */
	public @Nullable String reconciliationKey() {
		return this.reconciliationKey;
	}

	/**
	 * Return whether the message was looked up, for as long as
	 * {@code postmark.retry.reconcile-timeout} says, and not found. That is evidence that
	 * it was not accepted, and no proof: Postmark does not say how late a message can
	 * appear in its search.
	 * @return {@code true} if it was not found. {@code false} if it was not looked up at
	 * all, or not to the end because that failed, too, or was interrupted
	 */
	public boolean isNotFound() {
		return this.notFound;
	}

}
