package io.github.postmarkspring.emulator.http;

import java.io.Serial;

/**
 * Ends a request with Postmark's error envelope.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Error
 * codes</a>
 */
public final class ApiException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	// Messages quote what the client sent, and that may be megabytes.
	private static final int LONGEST_QUOTE = 255;

	private final int status;

	private final int code;

	private ApiException(int status, int code, String message) {
		// Thrown for every refused message: the stack is of no interest to anyone.
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	/**
	 * Returns the error Postmark answers with HTTP 422, as most of them are.
	 * @param code the {@code ErrorCode}
	 * @param message the {@code Message}
	 * @return the exception to throw
	 */
	public static ApiException unprocessable(int code, String message) {
		return new ApiException(422, code, message);
	}

	/**
	 * Returns an error with an HTTP status of its own.
	 * @param status the HTTP status
	 * @param code the {@code ErrorCode}
	 * @param message the {@code Message}
	 * @return the exception to throw
	 */
	public static ApiException of(int status, int code, String message) {
		return new ApiException(status, code, message);
	}

	/**
	 * Returns the error for a field whose JSON type is wrong.
	 * @param path the JSON path of the field, such as {@code $.Metadata}
	 * @return the exception to throw
	 */
	public static ApiException invalidField(String path) {
		return unprocessable(403, "Invalid request field(s): " + path);
	}

	/**
	 * Shortens text of the client's that is about to be quoted in a message.
	 * @param text what was sent
	 * @return the text, at most 255 characters of it
	 */
	public static String quote(String text) {
		return (text.length() <= LONGEST_QUOTE) ? text : Excerpt.of(text, LONGEST_QUOTE) + "…";
	}

	/**
	 * Returns the HTTP status.
	 * @return the status to answer with
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns Postmark's error code, which has nothing to do with the HTTP status.
	 * @return the {@code ErrorCode}
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Returns the message as it goes over the wire.
	 * @return the {@code Message}
	 */
	public String text() {
		String message = getMessage();
		return (message != null) ? message : "";
	}

}
