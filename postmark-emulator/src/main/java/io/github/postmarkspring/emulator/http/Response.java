package io.github.postmarkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param headers the headers, apart from those of the connection
 * @param body the body, which may be empty
 * @since 0.1.0
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

	/**
	 * Returns a success, which is HTTP 200 in all of Postmark's API.
	 * @param value what to write as JSON
	 * @return the response
	 */
	public static Response json(Object value) {
		return json(200, value);
	}

	/**
	 * Returns a response of any type of content.
	 * @param contentType the {@code Content-Type}
	 * @param body the content
	 * @return the response
	 */
	public static Response content(String contentType, byte[] body) {
		return new Response(200, Map.of("Content-Type", contentType), body);
	}

	/**
	 * Returns a success that has nothing to show.
	 * @param message what was done
	 * @return the response
	 */
	public static Response done(String message) {
		return json(Json.object().put("ErrorCode", 0).put("Message", message));
	}

	/**
	 * Returns an error whose body is more than the envelope.
	 * @param status the HTTP status
	 * @param code the {@code ErrorCode}
	 * @param body what to write as JSON
	 * @return the response
	 */
	public static Response error(int status, int code, Object body) {
		return json(status, body).with("X-PM-ApiErrorCode", Integer.toString(code));
	}

	static Response error(ApiException error) {
		Map<String, Object> envelope = new LinkedHashMap<>();
		envelope.put("ErrorCode", error.code());
		envelope.put("Message", error.text());
		return error(error.status(), error.code(), envelope);
	}

	static Response empty() {
		return new Response(200, Map.of(), new byte[0]);
	}

	static Response forbidden(String why) {
		return new Response(403, Map.of("Content-Type", "text/plain; charset=utf-8"),
				why.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns the same response with one more header.
	 * @param name the name
	 * @param value the value, which takes the place of an earlier one
	 * @return the new response
	 */
	public Response with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Response(this.status, more, this.body);
	}

	private static Response json(int status, Object value) {
		return new Response(status, Map.of("Content-Type", "application/json"), Json.write(value));
	}

}
