package io.github.postmarkspring.client.message;

import org.jspecify.annotations.Nullable;

/**
 * Sending many messages ended before the last of them: those that gave the messages or
 * took the results failed, or the thread was interrupted. What was under way was waited
 * for, and nothing else was sent.
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
