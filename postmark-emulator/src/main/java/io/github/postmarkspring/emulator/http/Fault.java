package io.github.postmarkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a request.
 *
 * @since 0.1.0
 */
public final class Fault {

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final Fault NONE = new Fault("None", Duration.ZERO, true, Ending.WHOLE, UnaryOperator.identity());

	private final String kind;

	private final Duration latency;

	private final boolean effective;

	private final Ending ending;

	private final UnaryOperator<Response> change;

	private Fault(String kind, Duration latency, boolean effective, Ending ending, UnaryOperator<Response> change) {
		this.kind = kind;
		this.latency = latency;
		this.effective = effective;
		this.ending = ending;
		this.change = change;
	}

	/**
	 * The request is done at once, but the answer comes late. A reset of the emulator
	 * ends the wait.
	 * @param latency how late, at most an hour
	 * @return the fault
	 * @throws IllegalArgumentException if negative or more than an hour
	 */
	public static Fault slow(Duration latency) {
		if (latency.isNegative() || latency.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("A latency must be between nothing and an hour");
		}
		return new Fault("Slow", latency, true, Ending.WHOLE, UnaryOperator.identity());
	}

	/**
	 * HTTP 429 without any effect.
	 * @param retryAfter what {@code Retry-After} says, in whole seconds, or {@code null}
	 * to leave it out
	 * @return the fault
	 * @throws IllegalArgumentException if negative
	 */
	public static Fault tooManyRequests(@Nullable Duration retryAfter) {
		if (retryAfter != null && retryAfter.isNegative()) {
			throw new IllegalArgumentException("'Retry-After' must not be negative");
		}
		return tooManyRequests((retryAfter != null) ? Long.toString(retryAfter.toSeconds()) : null);
	}

	/**
	 * HTTP 429 without any effect, whose {@code Retry-After} is a date.
	 * @param retryAt what {@code Retry-After} says, without fractions of a second
	 * @return the fault
	 */
	public static Fault tooManyRequestsUntil(Instant retryAt) {
		return tooManyRequests(HTTP_DATE.format(retryAt));
	}

	private static Fault tooManyRequests(@Nullable String retryAfter) {
		Response response = Response.error(ApiException.of(429, 429, "Too many requests."));
		return instead("TooManyRequests", (retryAfter != null) ? response.with("Retry-After", retryAfter) : response);
	}

	/**
	 * HTTP 500 with code 101, without any effect.
	 * @return the fault
	 */
	public static Fault serverError() {
		return instead("ServerError",
				Response.error(ApiException.of(500, 101, "An unexpected error occurred. Error ID: fault")));
	}

	/**
	 * HTTP 503 with code 100, without any effect.
	 * @return the fault
	 */
	public static Fault maintenance() {
		return instead("Maintenance", Response.error(ApiException.of(503, 100, "The API is offline for maintenance.")));
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
		return instead("Refusal", Response.error(ApiException.of(status, errorCode, message)));
	}

	/**
	 * HTTP 503 without a body, without any effect.
	 * @return the fault
	 */
	public static Fault unavailable() {
		return instead("Unavailable", new Response(503, Map.of(), new byte[0]));
	}

	/**
	 * HTTP 502 with a page of a proxy, without any effect.
	 * @return the fault
	 */
	public static Fault badGateway() {
		return instead("BadGateway", new Response(502, Map.of("Content-Type", "text/html"),
				"<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The request is done, and answered with HTTP 200 and no body.
	 * @return the fault
	 */
	public static Fault emptyAnswer() {
		return new Fault("EmptyAnswer", Duration.ZERO, true, Ending.WHOLE, (response) -> Response.empty());
	}

	/**
	 * The message is accepted, and answered without {@code ErrorCode}, as a stream that
	 * is paused does. So is each message of a batch. Other answers stay as they are.
	 * @return the fault
	 */
	public static Fault delayed() {
		return new Fault("Delayed", Duration.ZERO, true, Ending.WHOLE, new AcceptedAnswer((message) -> {
			message.remove("ErrorCode");
			message.put("Message", "Message accepted, but delivery may be delayed.");
		}));
	}

	/**
	 * The message is accepted, and the answer says that some of its recipients will not
	 * get it. So does the answer to each message of a batch. Only the answer says so: to
	 * leave recipients out in earnest, suppress them.
	 * @param inactive the bare addresses it names, whether recipients or not
	 * @return the fault
	 * @throws IllegalArgumentException if there is none
	 */
	public static Fault partlySuppressed(List<String> inactive) {
		if (inactive.isEmpty()) {
			throw new IllegalArgumentException("At least one inactive address must be named");
		}
		String text = "Message OK, but will not deliver to these inactive addresses: " + String.join(", ", inactive)
				+ ".";
		return new Fault("PartlySuppressed", Duration.ZERO, true, Ending.WHOLE,
				new AcceptedAnswer((message) -> message.put("Message", text)));
	}

	/**
	 * The connection is closed once the head of the request has been read, without any
	 * effect and without a byte of an answer. A client sees the end of the stream; one
	 * that still sends a body may see a reset.
	 * @return the fault
	 */
	public static Fault closedBeforeReading() {
		return cut("ClosedBeforeReading", false, Ending.CLOSED);
	}

	/**
	 * The request is done, and the connection is closed without a byte of an answer. A
	 * client sees the end of the stream and cannot tell whether its mail was accepted: it
	 * was.
	 * @return the fault
	 */
	public static Fault closedUnanswered() {
		return cut("ClosedUnanswered", true, Ending.CLOSED);
	}

	/**
	 * The request is done, and the connection is closed in the middle of the answer. A
	 * client sees the head with the whole {@code Content-Length}, half of the body, and
	 * the end of the stream.
	 * @return the fault
	 */
	public static Fault truncatedAnswer() {
		return cut("TruncatedAnswer", true, Ending.CLOSED_HALFWAY);
	}

	/**
	 * As {@link #closedBeforeReading()}, but a client sees a TCP reset. Needs an emulator
	 * that was started with {@code resets(true)}.
	 * @return the fault
	 */
	public static Fault resetBeforeReading() {
		return cut("ResetBeforeReading", false, Ending.RESET);
	}

	/**
	 * As {@link #closedUnanswered()}, but a client sees a TCP reset. Needs an emulator
	 * that was started with {@code resets(true)}.
	 * @return the fault
	 */
	public static Fault resetUnanswered() {
		return cut("ResetUnanswered", true, Ending.RESET);
	}

	/**
	 * As {@link #truncatedAnswer()}, but a client sees a TCP reset after it. Needs an
	 * emulator that was started with {@code resets(true)}.
	 * @return the fault
	 */
	public static Fault resetDuringAnswer() {
		return cut("ResetDuringAnswer", true, Ending.RESET_HALFWAY);
	}

	static Fault none() {
		return NONE;
	}

	private static Fault instead(String kind, Response response) {
		return new Fault(kind, Duration.ZERO, false, Ending.WHOLE, (answer) -> response);
	}

	private static Fault cut(String kind, boolean effective, Ending ending) {
		return new Fault(kind, Duration.ZERO, effective, ending, UnaryOperator.identity());
	}

	/**
	 * Returns what goes wrong, in a word.
	 * @return such as {@code TooManyRequests}
	 */
	public String kind() {
		return this.kind;
	}

	Duration latency() {
		return this.latency;
	}

	/**
	 * How the connection ends.
	 */
	Ending ending() {
		return this.ending;
	}

	/**
	 * Whether what is asked for is done.
	 */
	boolean effective() {
		return this.effective;
	}

	Response apply(Response answer) {
		return this.change.apply(answer);
	}

	@Override
	public String toString() {
		return this.kind;
	}

	/**
	 * How an answer ends.
	 */
	enum Ending {

		WHOLE, CLOSED, CLOSED_HALFWAY, RESET, RESET_HALFWAY;

		boolean reset() {
			return this == RESET || this == RESET_HALFWAY;
		}

		boolean halfway() {
			return this == CLOSED_HALFWAY || this == RESET_HALFWAY;
		}

	}

}
