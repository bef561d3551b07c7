package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * There is no usable answer from Postmark: no connection, an interrupted one, no answer
 * in time, or one that is not Postmark's. Unless {@link #mayHaveBeenSent()} says
 * otherwise, no message was sent, and one may be sent again. A call that changes
 * something else may have done so if its answer was lost: the message says it.
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

}
