package io.github.postmarkspring.client.message;

import org.jspecify.annotations.Nullable;

/**
 * Sending many messages ended before the last of them: those that gave the messages or
 * took the results failed, errors included, or the thread was interrupted, or a request
 * failed with an error, or there was no thread for it. What was under way was waited for.
 * What was taken from those that give the messages was still sent, unless it was the
 * results that failed: after that nothing else was sent.
 *
 * @since 0.1.0
 */
public class BatchAbortedException extends RuntimeException {

	private final transient BatchResult result;

	/**
	 * Create a new exception.
	 * @param message what happened
	 * @param result what became of the messages that were taken
	 * @param cause the cause
	 */
	public BatchAbortedException(String message, BatchResult result, @Nullable Throwable cause) {
		super(message, cause);
		this.result = result;
	}

	/**
	 * Return what became of the messages that were taken before the end.
	 * @return the result; empty where results are handed to a consumer, which has them
	 */
	public BatchResult result() {
		return this.result;
	}

}
