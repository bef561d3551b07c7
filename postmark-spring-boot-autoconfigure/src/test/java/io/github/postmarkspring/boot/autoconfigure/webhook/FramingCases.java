package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests that a proxy in front might read in another way than the container does. All
 * have the right credentials.
 */
final class FramingCases {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static final String CHUNKED = "Transfer-Encoding: chunked";

	private FramingCases() {
	}

	static List<HostileCase> lengths() {
		return List.of(refused("two lengths", 400, "", "Content-Length: 5", "Content-Length: 6"),
				refused("a list of lengths", 400, "", "Content-Length: 5, 6"),
				refused("a negative length", 400, "", "Content-Length: -1"),
				refused("a length with a sign", 400, "", "Content-Length: +5"),
				refused("a length in hexadecimal digits", 400, "", "Content-Length: 0x10"),
				refused("a length beyond a long", 400, "", "Content-Length: 99999999999999999999"),
				refused("a length that is no number", 400, "", "Content-Length: many"),
				refused("an encoding nobody knows", 501, "", "Transfer-Encoding: xchunked"),
				refused("something before the chunks", 501, "", "Transfer-Encoding: gzip, chunked"),
				refused("something after the chunks", 400, "", "Transfer-Encoding: chunked, identity"));
	}

	static List<HostileCase> chunks() {
		return List.of(chunked("a size that is none", "zz\r\n{}\r\n0\r\n\r\n"),
				chunked("a negative size", "-1\r\n{}\r\n0\r\n\r\n"),
				chunked("a size beyond a long", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n"),
				chunked("a chunk longer than its size", "1\r\n{}\r\n0\r\n\r\n"),
				chunked("no size", "\r\n{}\r\n0\r\n\r\n"), chunked("a size with a prefix", "0x2\r\n{}\r\n0\r\n\r\n"));
	}

	static List<HostileCase> lines() {
		return List.of(refused("white space before a colon", 400, "", "X-Some : 1"),
				refused("a header without a colon", 400, "", "X-Some"),
				refused("a folded header", 401, "credentials-malformed", " folded"),
				refused("a name with a zero byte", 400, "", "X-So\0me: 1"),
				refused("a value with a zero byte", 400, "", "X-Some: 1\0"),
				refused("a second host", 400, "", "Host: elsewhere.example"),
				refused("more headers than the container takes", 400, "", "X-Some: " + "x".repeat(20_000)),
				raw("no host", 400, "POST /postmark/webhook HTTP/1.1\r\n" + RIGHT + "\r\nConnection: close\r\n\r\n"),
				new HostileCase("credentials in the target",
						HostileCase.request(
								"POST http://" + WebhookApplication.CREDENTIALS + "@localhost/postmark/webhook",
								WebhookApplication.BOUNCE),
						401, "credentials-missing"),
				raw("a version that is not spoken", 505, "POST /postmark/webhook HTTP/3.0\r\nHost: localhost\r\n\r\n"));
	}

	private static HostileCase chunked(String name, String body) {
		return new HostileCase(name, HostileCase.request("POST /postmark/webhook", body, RIGHT, CHUNKED), 400,
				"incomplete");
	}

	private static HostileCase refused(String name, int status, String reason, String... headers) {
		String[] all = new String[headers.length + 1];
		all[0] = RIGHT;
		System.arraycopy(headers, 0, all, 1, headers.length);
		return HostileCase.post(name, status, reason, all);
	}

	private static HostileCase raw(String name, int status, String request) {
		return new HostileCase(name, request.getBytes(StandardCharsets.ISO_8859_1), status, "");
	}

}
