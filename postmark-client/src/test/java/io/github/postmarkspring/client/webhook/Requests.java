package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;

/**
 * Requests with the headers that a test is about.
 */
final class Requests {

	private Requests() {
	}

	/**
	 * Make a request.
	 * @param headers names and values in turn
	 */
	static WebhookRequest with(String... headers) {
		HttpHeaders all = new HttpHeaders();
		all.add("Content-Type", "application/json");
		for (int i = 0; i < headers.length; i += 2) {
			all.add(headers[i], headers[i + 1]);
		}
		return new WebhookRequest("POST", "/postmark/webhook", all, "203.0.113.7", null);
	}

	static WebhookRequest withBody(String body, String... headers) {
		return with(headers).withBody(body.getBytes(StandardCharsets.UTF_8));
	}

	static WebhookRequest from(String remoteAddress) {
		return new WebhookRequest("POST", "/postmark/webhook", new HttpHeaders(), remoteAddress, null);
	}

}
