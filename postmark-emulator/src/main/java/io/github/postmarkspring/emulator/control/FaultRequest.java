package io.github.postmarkspring.emulator.control;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.PlannedFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault as it was sent.
 */
final class FaultRequest {

	private static final List<Fault> PLAIN = List.of(Fault.serverError(), Fault.maintenance(), Fault.unavailable(),
			Fault.badGateway(), Fault.emptyAnswer(), Fault.delayed(), Fault.closedBeforeReading(),
			Fault.closedUnanswered(), Fault.truncatedAnswer(), Fault.resetBeforeReading(), Fault.resetUnanswered(),
			Fault.resetDuringAnswer());

	private FaultRequest() {
	}

	/**
	 * Adds what was sent.
	 * @throws IllegalArgumentException if it is no fault
	 */
	static PlannedFault add(EmulatorControl control, JsonFields sent) {
		String method = ControlRoutes.required(sent, "Method");
		String path = ControlRoutes.required(sent, "Path");
		Fault fault = fault(sent);
		Long times = sent.number("Times");
		Long every = sent.number("Every");
		if (times != null && every != null) {
			throw new IllegalArgumentException("Either 'Times' or 'Every' can be given");
		}
		return (every != null) ? control.failEvery(method, path, every, fault)
				: control.fail(method, path, (times != null) ? times : 1, fault);
	}

	private static Fault fault(JsonFields sent) {
		String kind = ControlRoutes.required(sent, "Kind");
		return switch (kind.toLowerCase(Locale.ROOT)) {
			case "slow" -> Fault.slow(parsed(sent, "Latency", Duration::parse, "a duration such as 'PT0.5S'"));
			case "toomanyrequests" -> tooManyRequests(sent);
			case "refusal" -> Fault.refusal(Math.toIntExact(number(sent, "Status")),
					Math.toIntExact(number(sent, "ErrorCode")), ControlRoutes.required(sent, "Message"));
			case "partlysuppressed" ->
				Fault.partlySuppressed(Arrays.stream(ControlRoutes.required(sent, "Inactive").split(","))
					.map(String::trim)
					.filter((address) -> !address.isEmpty())
					.toList());
			default -> PLAIN.stream()
				.filter((fault) -> fault.kind().equalsIgnoreCase(kind))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"'Kind' must be 'Slow', 'TooManyRequests', 'PartlySuppressed', 'Refusal' or one of " + PLAIN));
		};
	}

	private static long number(JsonFields sent, String name) {
		Long number = sent.number(name);
		if (number == null || number < 0 || number > 9999) {
			throw new IllegalArgumentException("'" + name + "' must be a number from 0 to 9999");
		}
		return number;
	}

	private static Fault tooManyRequests(JsonFields sent) {
		Long seconds = sent.number("RetryAfter");
		if (sent.text("RetryAt") == null) {
			return Fault.tooManyRequests((seconds != null) ? Duration.ofSeconds(seconds) : null);
		}
		if (seconds != null) {
			throw new IllegalArgumentException("Either 'RetryAfter' or 'RetryAt' can be given");
		}
		return Fault
			.tooManyRequestsUntil(parsed(sent, "RetryAt", Instant::parse, "an instant such as '2026-11-02T09:15:30Z'"));
	}

	private static <T> T parsed(JsonFields sent, String name, Function<String, T> parser, String description) {
		try {
			return parser.apply(ControlRoutes.required(sent, name));
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("'" + name + "' must be " + description, ex);
		}
	}

	static ObjectNode json(PlannedFault planned) {
		ObjectNode json = Json.object()
			.put("Method", planned.method())
			.put("Path", planned.path())
			.put("Kind", planned.fault().kind());
		json.put("Every", planned.every()).put("Left", left(planned));
		return json.put("Given", planned.given());
	}

	private static @Nullable Long left(PlannedFault planned) {
		return (planned.left() != Long.MAX_VALUE) ? planned.left() : null;
	}

}
