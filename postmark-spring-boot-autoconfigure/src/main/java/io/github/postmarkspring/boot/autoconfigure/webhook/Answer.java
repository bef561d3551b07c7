package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * What Postmark is answered. Never 403, after which it does not try again, and never by
 * {@code sendError}, which would leave the last word to the application's error page.
 *
 * @param status the status
 * @param outcome what happened, for metrics
 * @param reason why, for logs and metrics
 */
record Answer(int status, Outcome outcome, String reason) {

	private static final String NONE = "none";

	static final Answer HANDLED = new Answer(200, Outcome.HANDLED, NONE);

	static final Answer DUPLICATE = new Answer(200, Outcome.DUPLICATE, NONE);

	static final Answer BUSY = new Answer(503, Outcome.BUSY, "in-progress");

	static final Answer FAILED = new Answer(500, Outcome.FAILED, "listener");

	static Answer rejected(int status, String reason) {
		return new Answer(status, Outcome.REJECTED, reason);
	}

	static Answer unverified(String reason) {
		return rejected(401, reason);
	}

	static Answer unavailable(String reason) {
		return new Answer(503, Outcome.FAILED, reason);
	}

	/**
	 * A controller of the application's has answered.
	 */
	static Answer passedOn(int status) {
		return new Answer(status, Outcome.PASSED_ON, NONE);
	}

	void writeTo(HttpServletResponse response) throws IOException {
		response.setStatus(this.status);
		switch (this.status) {
			case 401 -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"postmark\"");
			case 405 -> response.setHeader(HttpHeaders.ALLOW, "POST");
			case 503 -> response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			default -> {
			}
		}
		response.setContentLength(0);
		response.flushBuffer();
	}

	/**
	 * What became of a request.
	 */
	enum Outcome {

		HANDLED, PASSED_ON, DUPLICATE, BUSY, FAILED, REJECTED;

		String tag() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
