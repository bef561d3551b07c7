package io.github.postmarkspring.emulator.seed;

import java.io.Serial;

import io.github.postmarkspring.emulator.http.ApiException;

/**
 * A seed that cannot be made. The message says where in the document and, in the API's
 * own words, why.
 *
 * @since 0.1.0
 */
public final class SeedException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int errorCode;

	private SeedException(String message, int errorCode, ApiException cause) {
		super(message, cause);
		this.errorCode = errorCode;
	}

	static SeedException of(ApiException error) {
		return new SeedException(error.text(), error.code(), error);
	}

	static SeedException at(String path, ApiException error) {
		return new SeedException(path + ": " + error.text(), error.code(), error);
	}

	/**
	 * Returns the code which the same mistake would be answered with over the API.
	 * @return the {@code ErrorCode}
	 */
	public int errorCode() {
		return this.errorCode;
	}

}
