package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A request that nobody should send, and what must come of it.
 *
 * @param name what it tries
 * @param request the bytes
 * @param status the answer
 * @param reason why, as it is counted; empty if the container answers by itself, or the
 * application because it is no endpoint
 */
record HostileCase(String name, byte[] request, int status, String reason) {

	static final String EVENTS = "/postmark/webhook";

	/** Post an event with these headers. */
	static HostileCase post(String name, int status, String reason, String... headers) {
		return posted(name, status, reason, EVENTS, headers);
	}

	/** Post an event with the right credentials there. */
	static HostileCase posted(String name, int status, String reason, String path, String... headers) {
		return new HostileCase(name, request("POST " + path, WebhookApplication.BOUNCE, headers), status, reason);
	}

	/** Post this body with the right credentials. */
	static HostileCase body(String name, int status, String reason, byte[] body) {
		byte[] head = request("POST " + EVENTS, "", RawHttp.basic(WebhookApplication.CREDENTIALS),
				"Content-Length: " + body.length);
		return new HostileCase(name, RawHttp.join(head, body), status, reason);
	}

	/**
	 * Make a request of a method, a target and header lines. The type is JSON and the
	 * length is right if they do not say otherwise.
	 */
	static byte[] request(String line, String body, String... headers) {
		StringBuilder head = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		if (!has("content-type", headers)) {
			head.append("Content-Type: application/json\r\n");
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		if (!has("content-length", headers) && !has("transfer-encoding", headers)) {
			head.append("Content-Length: ").append(bytes.length).append("\r\n");
		}
		return RawHttp.join(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), bytes);
	}

	private static boolean has(String name, String... headers) {
		return Arrays.stream(headers).anyMatch((header) -> header.toLowerCase(Locale.ROOT).startsWith(name));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
