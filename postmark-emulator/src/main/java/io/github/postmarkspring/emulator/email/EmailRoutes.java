package io.github.postmarkspring.emulator.email;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sending one message, or many at once.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Email API</a>
 */
public final class EmailRoutes {

	private static final int MAX_BATCH = 500;

	private static final int MAX_BATCH_BYTES = 50 * 1024 * 1024;

	private final Account account;

	private final Dispatch dispatch;

	/**
	 * Creates the routes.
	 * @param account whose servers send
	 * @param store where accepted messages go
	 */
	public EmailRoutes(Account account, MessageStore store) {
		this.account = account;
		this.dispatch = new Dispatch(store);
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.post("/email", Access.SENDING, LimitsCheck.MAX_MESSAGE, this::send),
				Route.post("/email/batch", Access.SENDING, MAX_BATCH_BYTES, this::sendBatch));
	}

	private Response send(Request request) {
		EmailRequest email = EmailRequest.read(request.json(), "$");
		EmulatedServer server = this.account.server(request);
		OutboundMessage message = EmailAcceptance.accept(email, server);
		keep(List.of(message), server, request);
		return Response.json(success(email, message, request));
	}

	private Response sendBatch(Request request) {
		List<EmailRequest> emails = readBatch(request.json());
		EmulatedServer server = this.account.server(request);
		List<OutboundMessage> accepted = new ArrayList<>();
		ArrayNode outcomes = Json.array();
		for (EmailRequest email : emails) {
			try {
				OutboundMessage message = EmailAcceptance.accept(email, server);
				accepted.add(message);
				outcomes.add(success(email, message, request));
			}
			catch (ApiException ex) {
				outcomes.addObject().put("ErrorCode", ex.code()).put("Message", ex.text());
			}
		}
		keep(accepted, server, request);
		return Response.json(outcomes);
	}

	private static List<EmailRequest> readBatch(JsonNode body) {
		if (!body.isArray()) {
			throw ApiException.invalidField("$");
		}
		List<EmailRequest> emails = new ArrayList<>();
		for (JsonNode item : body) {
			emails.add(EmailRequest.read(item, "$[" + emails.size() + "]"));
		}
		if (emails.size() > MAX_BATCH) {
			throw ApiException.unprocessable(410, "A batch is limited to " + MAX_BATCH + " messages.");
		}
		return emails;
	}

	private void keep(List<OutboundMessage> messages, EmulatedServer server, Request request) {
		if (!request.testToken()) {
			this.dispatch.send(server, messages);
		}
	}

	private static ObjectNode success(EmailRequest email, OutboundMessage message, Request request) {
		ObjectNode json = Json.object();
		if (email.to() != null) {
			json.put("To", email.to());
		}
		json.put("SubmittedAt", Timestamps.format(message.submittedAt()));
		json.put("MessageID", message.id());
		json.put("ErrorCode", 0);
		return json.put("Message", request.testToken() ? "Test job accepted" : text(message));
	}

	private static String text(OutboundMessage message) {
		List<String> inactive = message.delivery().inactive();
		return inactive.isEmpty() ? "OK"
				: "Message OK, but will not deliver to these inactive addresses: " + String.join(", ", inactive) + ".";
	}

}
