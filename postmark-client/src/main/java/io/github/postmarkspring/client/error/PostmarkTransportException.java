package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * There is no usable answer from Postmark: no connection, an interrupted one, no answer
 * in time, or one that is not Postmark's.
 *
 * @since 0.1.0
 */
public non-sealed class PostmarkTransportException extends PostmarkException {

	/**
	 * Create a new exception.
	 * @param message what happened
	 * @param cause the cause, if any
	 */
	public PostmarkTransportException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Return whether a message may have been sent all the same.
	 * @return {@code false} if it is certain that Postmark did not accept a message: it
	 * may be sent again. {@code true} if it is not known: sent again, it may arrive twice
	 */
	public boolean mayHaveBeenSent() {
		return false;
	}

}
