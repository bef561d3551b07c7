package io.github.postmarkspring.emulator.email;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.emulator.domain.SenderCheck;
import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
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
 * Sending one message, or many at once, with content of their own or of a template.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Email API</a>
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Templates API</a>
 */
public final class EmailRoutes {

	private static final int MAX_BATCH = 500;

	private static final int MAX_BATCH_BYTES = 50 * 1024 * 1024;

	private final Account account;

	private final SenderCheck senders;

	private final Dispatch dispatch;

	/**
	 * Creates the routes.
	 * @param account whose servers send
	 * @param store where accepted messages go
	 * @param senders who may send
	 */
	public EmailRoutes(Account account, MessageStore store, SenderCheck senders) {
		this.account = account;
		this.senders = senders;
		this.dispatch = new Dispatch(store);
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(
				Route.post("/email", Access.SENDING, LimitsCheck.MAX_MESSAGE,
						(request) -> send(EmailRequest.read(request.json(), "$"), request)),
				Route.post("/email/withTemplate", Access.SENDING, LimitsCheck.MAX_MESSAGE,
						(request) -> send(EmailRequest.readTemplated(request.json(), "$"), request)),
				Route.post("/email/batch", Access.SENDING, MAX_BATCH_BYTES,
						(request) -> sendAll(batch(request.json()), request)),
				Route.post("/email/batchWithTemplates", Access.SENDING, MAX_BATCH_BYTES,
						(request) -> sendAll(templatedBatch(request.json()), request)));
	}

	private Response send(EmailRequest email, Request request) {
		return Response.json(accept(email, request, this.account.server(request)));
	}

	private Response sendAll(List<EmailRequest> emails, Request request) {
		if (emails.size() > MAX_BATCH) {
			throw ApiException.unprocessable(410, "A batch is limited to " + MAX_BATCH + " messages.");
		}
		EmulatedServer server = this.account.server(request);
		ArrayNode outcomes = Json.array();
		for (EmailRequest email : emails) {
			try {
				outcomes.add(accept(email, request, server));
			}
			catch (ApiException ex) {
				outcomes.addObject().put("ErrorCode", ex.code()).put("Message", ex.text());
			}
		}
		return Response.json(outcomes);
	}

	private static List<EmailRequest> batch(JsonNode body) {
		if (!body.isArray()) {
			throw ApiException.invalidField("$");
		}
		List<EmailRequest> emails = new ArrayList<>();
		for (JsonNode item : body) {
			emails.add(EmailRequest.read(item, "$[" + emails.size() + "]"));
		}
		return emails;
	}

	private static List<EmailRequest> templatedBatch(JsonNode body) {
		List<EmailRequest> emails = new ArrayList<>();
		for (JsonFields item : JsonFields.of(body, "$").objects("Messages")) {
			emails.add(EmailRequest.readTemplated(item.node(), "$.Messages[" + emails.size() + "]"));
		}
		return emails;
	}

	/**
	 * Each message is kept at once: rendered, a batch may be many times what was sent.
	 */
	private ObjectNode accept(EmailRequest email, Request request, EmulatedServer server) {
		if (request.testToken()) {
			return success(email, EmailAcceptance.trial(email, server), request);
		}
		OutboundMessage message = EmailAcceptance.accept(email, server, this.senders);
		this.dispatch.send(server, List.of(message));
		return success(email, message, request);
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
