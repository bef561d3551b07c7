package io.github.postmarkspring.emulator.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;

import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.inbound.InboundMail;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.seed.Seed;
import io.github.postmarkspring.emulator.seed.SeedException;
import io.github.postmarkspring.emulator.tracking.Visitor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control over HTTP, for tests in other languages. It asks for no token, but answers
 * only to this machine.
 *
 * @since 0.1.0
 */
public final class ControlRoutes {

	private static final String PATH = "/_emulator";

	// None of Postmark's codes would fit.
	private static final int CODE = 400;

	// Thousands of opens are kept, and each may be as long as this.
	private static final int LARGEST_BODY = 16 * 1024;

	private final EmulatorControl control;

	/**
	 * Creates the routes.
	 * @param control what they call
	 */
	public ControlRoutes(EmulatorControl control) {
		this.control = control;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.post(PATH + "/reset", Access.OPEN, 0, this::reset),
				Route.post(PATH + "/seed", Access.OPEN, Seed.MAX_BYTES, this::seed), post("/faults", this::addFault),
				Route.get(PATH + "/faults", Access.OPEN, this::faults),
				Route.delete(PATH + "/faults", Access.OPEN, this::clearFaults), post("/time", this::time),
				post("/index-delay", this::indexDelay), post("/messages/{id}/open", this::open),
				post("/messages/{id}/click", this::click), post("/messages/{id}/bounce", this::bounce),
				post("/messages/{id}/unsubscribe", this::unsubscribe), post("/tokens/server", this::replaceServerToken),
				post("/tokens/account", this::replaceAccountToken), post("/inbound", this::receive),
				Route.get(PATH + "/webhooks", Access.OPEN, this::webhooks), Route.post(PATH + "/senders/{id}/confirm",
						Access.OPEN, 0, (request) -> answered(() -> confirm(request))));
	}

	private Route post(String path, Command command) {
		return Route.post(PATH + path, Access.OPEN, LARGEST_BODY, (request) -> {
			JsonFields fields = request.fields(CODE);
			return answered(() -> command.run(request, fields));
		});
	}

	private static Response answered(Supplier<Response> command) {
		try {
			return command.get();
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.of(400, CODE, String.valueOf(ex.getMessage()));
		}
	}

	private Response reset(Request request) {
		this.control.reset();
		return Response.done("OK");
	}

	private Response addFault(Request request, JsonFields fields) {
		return Response.json(FaultRequest.json(FaultRequest.add(this.control, fields)));
	}

	private Response faults(Request request) {
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("Faults");
		this.control.faults().forEach((planned) -> list.add(FaultRequest.json(planned)));
		return Response.json(json);
	}

	private Response clearFaults(Request request) {
		this.control.clearFaults();
		return Response.done("OK");
	}

	private Response seed(Request request) {
		try {
			this.control.seed(new String(request.body(), StandardCharsets.UTF_8));
			return Response.done("OK");
		}
		catch (SeedException ex) {
			throw ApiException.unprocessable(ex.errorCode(), String.valueOf(ex.getMessage()));
		}
	}

	private Response confirm(Request request) {
		this.control.confirmSender(request.id("id"));
		return Response.done("OK");
	}

	private Response time(Request request, JsonFields fields) {
		this.control.advanceTime(duration(fields, "Advance"));
		return Response.done("OK");
	}

	private Response indexDelay(Request request, JsonFields fields) {
		this.control.indexDelay(duration(fields, "Delay"));
		return Response.done("OK");
	}

	private static Duration duration(JsonFields fields, String name) {
		try {
			return Duration.parse(required(fields, name));
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("'" + name + "' must be a duration such as 'PT3H'", ex);
		}
	}

	private Response open(Request request, JsonFields fields) {
		this.control.open(request.variable("id"), required(fields, "Recipient"), Visitor.read(fields));
		return Response.done("OK");
	}

	private Response click(Request request, JsonFields fields) {
		boolean html = !"Text".equalsIgnoreCase(fields.text("ClickLocation"));
		this.control.click(request.variable("id"), required(fields, "Recipient"), required(fields, "OriginalLink"),
				html, Visitor.read(fields));
		return Response.done("OK");
	}

	private Response bounce(Request request, JsonFields fields) {
		BounceType type = BounceType.of(required(fields, "Type"));
		if (type == null) {
			throw new IllegalArgumentException("'Type' is not a type of bounce");
		}
		long id = this.control.bounce(request.variable("id"), required(fields, "Recipient"), type);
		return Response.json(Json.object().put("ID", id));
	}

	private Response unsubscribe(Request request, JsonFields fields) {
		this.control.unsubscribe(request.variable("id"), required(fields, "Recipient"));
		return Response.done("OK");
	}

	private Response replaceServerToken(Request request, JsonFields fields) {
		this.control.replaceServerToken(required(fields, "OldToken"), required(fields, "NewToken"));
		return Response.done("OK");
	}

	private Response replaceAccountToken(Request request, JsonFields fields) {
		this.control.replaceAccountToken(required(fields, "NewToken"));
		return Response.done("OK");
	}

	private Response webhooks(Request request) {
		String message = request.query().get("messageID");
		ObjectNode json = Json.object().put("Pending", this.control.pendingWebhooks());
		ArrayNode attempts = json.putArray("Attempts");
		((message != null) ? this.control.webhookAttempts(message) : this.control.webhookAttempts())
			.forEach((attempt) -> attempts.add(AttemptJson.of(attempt)));
		return Response.json(json);
	}

	private Response receive(Request request, JsonFields fields) {
		String subject = fields.text("Subject");
		String text = fields.text("TextBody");
		InboundMail mail = new InboundMail(address(fields, "From"), List.of(address(fields, "To")), List.of(),
				(subject != null) ? subject : "", (text != null) ? text : "", "", List.of(), List.of());
		String id = this.control.receive(mail, Boolean.TRUE.equals(fields.flag("Failed")));
		return Response.json(Json.object().put("MessageID", id));
	}

	private static Address address(JsonFields fields, String name) {
		AddressParser parser = new AddressParser(name);
		String value = required(fields, name);
		try {
			List<Address> addresses = parser.parse(value, 2);
			if (addresses.size() == 1) {
				return addresses.get(0);
			}
		}
		catch (ApiException ex) {
			// Said below, as all that cannot be done.
		}
		throw new IllegalArgumentException("'" + name + "' must be one address, such as 'Ann <ann@mail.example>', not '"
				+ ApiException.quote(value) + "'");
	}

	static String required(JsonFields fields, String name) {
		String value = fields.text(name);
		if (value == null) {
			throw new IllegalArgumentException("'" + name + "' is required");
		}
		return value;
	}

	@FunctionalInterface
	private interface Command {

		Response run(Request request, JsonFields fields);

	}

}
