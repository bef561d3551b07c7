package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * Verified, and yet no webhook: methods, types, encodings, sizes.
 */
final class RequestCases {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private RequestCases() {
	}

	static List<HostileCase> methods() {
		List<HostileCase> cases = new ArrayList<>();
		for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "post", "POSTS")) {
			cases.add(new HostileCase(method,
					HostileCase.request(method + " /postmark/webhook", WebhookApplication.BOUNCE, RIGHT), 405,
					"method"));
		}
		cases.add(new HostileCase("another method that says it is POST",
				HostileCase.request("GET /postmark/webhook?_method=POST", WebhookApplication.BOUNCE, RIGHT,
						"X-HTTP-Method-Override: POST"),
				405, "method"));
		cases.add(new HostileCase("a preflight of a browser", HostileCase.request("OPTIONS /postmark/webhook", "",
				"Origin: https://evil.example", "Access-Control-Request-Method: POST"), 405, "method"));
		// Tomcat answers it by itself.
		cases.add(new HostileCase("TRACE", HostileCase.request("TRACE /postmark/webhook", "", RIGHT), 405, ""));
		return cases;
	}

	static List<HostileCase> types() {
		List<HostileCase> cases = new ArrayList<>();
		for (String type : List.of("", "text/plain", "text/json", "application/xml", "application/*", "*/*", "json",
				"application/problem+json", "application/json; charset=UTF-16", "application/json; charset=ISO-8859-1",
				"application/json; charset=none-such", "application/json, text/plain",
				"application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
				"application/json\tapplication/json")) {
			cases.add(HostileCase.post("Content-Type " + type, 415, "media-type", RIGHT, "Content-Type: " + type));
		}
		cases.add(HostileCase.post("two types", 415, "media-type", RIGHT, "Content-Type: application/json",
				"Content-Type: text/plain"));
		for (String encoding : List.of("gzip", "deflate", "br", "zstd", "identity, gzip", "x-anything", "")) {
			cases.add(HostileCase.post("Content-Encoding " + encoding, 415, "content-encoding", RIGHT,
					"Content-Encoding: " + encoding));
		}
		cases.add(HostileCase.post("two encodings", 415, "content-encoding", RIGHT, "Content-Encoding: identity",
				"Content-Encoding: gzip"));
		return cases;
	}

	/** The limit is 20 KB. */
	static List<HostileCase> sizes() {
		String chunk = "5001\r\n" + " ".repeat(0x5001) + "\r\n0\r\n\r\n";
		return List.of(declared("a byte too many", "20481"), declared("more than an int", "2147483648"),
				declared("the most there is", "9223372036854775807"),
				new HostileCase("without a length",
						HostileCase.request("POST /postmark/webhook", chunk, RIGHT, "Transfer-Encoding: chunked"), 413,
						"too-large"),
				new HostileCase(
						"in many small pieces", HostileCase.request("POST /postmark/webhook",
								"1\r\n \r\n".repeat(20481) + "0\r\n\r\n", RIGHT, "Transfer-Encoding: chunked"),
						413, "too-large"));
	}

	static List<HostileCase> cut() {
		return List.of(
				HostileCase.post("a body shorter than its length", 400, "incomplete", RIGHT, "Content-Length: 20000"),
				chunked("chunks without an end", "2\r\n{}\r\n"), chunked("a chunk that is cut", "ff\r\n{}"),
				chunked("no chunk", ""));
	}

	private static HostileCase chunked(String name, String body) {
		return new HostileCase(name,
				HostileCase.request("POST /postmark/webhook", body, RIGHT, "Transfer-Encoding: chunked"), 400,
				"incomplete");
	}

	private static HostileCase declared(String name, String length) {
		return HostileCase.post(name, 413, "too-large", RIGHT, "Content-Length: " + length);
	}

}
