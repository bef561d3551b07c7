package io.github.postmarkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that goes wrong with a request.
 *
 * @since 0.1.0
 */
public final class Fault {

	private static final Fault NONE = new Fault(Duration.ZERO, true, UnaryOperator.identity());

	private final Duration latency;

	private final boolean effective;

	private final UnaryOperator<Response> change;

	private Fault(Duration latency, boolean effective, UnaryOperator<Response> change) {
		this.latency = latency;
		this.effective = effective;
		this.change = change;
	}

	/**
	 * The answer comes late.
	 * @param latency how late, less than 30 seconds
	 * @return the fault
	 */
	public static Fault slow(Duration latency) {
		return new Fault(latency, true, UnaryOperator.identity());
	}

	/**
	 * HTTP 429 without any effect.
	 * @param retryAfter what {@code Retry-After} says, or {@code null} to leave it out
	 * @return the fault
	 */
	public static Fault tooManyRequests(@Nullable Duration retryAfter) {
		Response response = Response.error(ApiException.of(429, 429, "Too many requests."));
		return instead(
				(retryAfter != null) ? response.with("Retry-After", Long.toString(retryAfter.toSeconds())) : response);
	}

	/**
	 * HTTP 500 with code 101, without any effect.
	 * @return the fault
	 */
	public static Fault serverError() {
		return instead(Response.error(ApiException.of(500, 101, "An unexpected error occurred. Error ID: fault")));
	}

	/**
	 * HTTP 503 with code 100, without any effect.
	 * @return the fault
	 */
	public static Fault maintenance() {
		return instead(Response.error(ApiException.of(503, 100, "The API is offline for maintenance.")));
	}

	/**
	 * A refusal of Postmark's without any effect: for the codes that depend on the
	 * account and not on the request, such as 405 for want of credits.
	 * @param status the HTTP status, 400 to 599
	 * @param errorCode the {@code ErrorCode}
	 * @param message the {@code Message}
	 * @return the fault
	 * @throws IllegalArgumentException if that is the status of no refusal
	 */
	public static Fault refusal(int status, int errorCode, String message) {
		if (status < 400 || status > 599) {
			throw new IllegalArgumentException("The status of a refusal must be between 400 and 599");
		}
		return instead(Response.error(ApiException.of(status, errorCode, message)));
	}

	/**
	 * HTTP 503 without a body, without any effect.
	 * @return the fault
	 */
	public static Fault unavailable() {
		return instead(new Response(503, Map.of(), new byte[0]));
	}

	/**
	 * HTTP 502 with a page of a proxy, without any effect.
	 * @return the fault
	 */
	public static Fault badGateway() {
		return instead(new Response(502, Map.of("Content-Type", "text/html"),
				"<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The request is done, and answered with HTTP 200 and no body.
	 * @return the fault
	 */
	public static Fault emptyAnswer() {
		return new Fault(Duration.ZERO, true, (response) -> new Response(200, Map.of(), new byte[0]));
	}

	/**
	 * The message is accepted, and answered without {@code ErrorCode}, as a stream that
	 * is paused does. Other answers stay as they are.
	 * @return the fault
	 */
	public static Fault delayed() {
		return new Fault(Duration.ZERO, true, (response) -> {
			JsonNode json = (response.status() == 200) ? Json.parse(response.body()) : Json.array();
			if (json instanceof ObjectNode message && message.has("ErrorCode")) {
				message.remove("ErrorCode");
				return Response.json(message.put("Message", "Message accepted, but delivery may be delayed."));
			}
			return response;
		});
	}

	static Fault none() {
		return NONE;
	}

	private static Fault instead(Response response) {
		return new Fault(Duration.ZERO, false, (answer) -> response);
	}

	Duration latency() {
		return this.latency;
	}

	boolean effective() {
		return this.effective;
	}

	Response apply(Response answer) {
		return this.change.apply(answer);
	}

}
