package io.github.postmarkspring.emulator.mailbox;

import io.github.postmarkspring.emulator.http.Response;

/**
 * The headers that keep what is in a message from doing anything.
 */
final class Protection {

	/**
	 * For what must never be shown as a document of its own.
	 */
	static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

	private Protection() {
	}

	/**
	 * Adds the headers.
	 * @param response the response
	 * @param policy its content security policy
	 */
	static Response add(Response response, String policy) {
		return response.with("Content-Security-Policy", policy)
			.with("X-Content-Type-Options", "nosniff")
			.with("Referrer-Policy", "no-referrer")
			.with("Cache-Control", "no-store");
	}

}
