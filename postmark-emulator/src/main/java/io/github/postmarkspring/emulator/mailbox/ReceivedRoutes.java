package io.github.postmarkspring.emulator.mailbox;

import java.util.List;
import java.util.UUID;

import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.inbound.InboundMessage;
import io.github.postmarkspring.emulator.inbound.InboundMessages;
import io.github.postmarkspring.emulator.posting.Target;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mail that came in to the server there is from the beginning, and the form to write
 * some.
 *
 * @since 0.1.0
 */
public final class ReceivedRoutes {

	private static final String API = "/mailbox/api/inbound";

	private static final int LONGEST_LIST = 500;

	// A file of ten megabytes.
	private static final int LARGEST_BODY = 14 * 1024 * 1024;

	private final String instance = UUID.randomUUID().toString();

	private final Account account;

	private final EmulatorControl control;

	/**
	 * Creates the routes.
	 * @param account whose mail it is
	 * @param control lets mail come in
	 */
	public ReceivedRoutes(Account account, EmulatorControl control) {
		this.account = account;
		this.control = control;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(API, Access.OPEN, this::list),
				Route.post(API, Access.OPEN, LARGEST_BODY, this::receive),
				Route.get(API + "/{id}", Access.OPEN, this::show),
				Route.post(API + "/{id}/retry", Access.OPEN, 0, this::retry));
	}

	private Response list(Request request) {
		EmulatedServer server = server();
		InboundMessages inbound = InboundMessages.of(server);
		String hook = server.settings().hookUrls().getOrDefault("InboundHookUrl", "");
		// The mail is forgotten with its server, and then counted anew.
		String version = this.instance + "-" + System.identityHashCode(inbound) + "-" + inbound.version() + "-"
				+ hook.hashCode();
		ObjectNode json = Json.object().put("version", version);
		if (!version.equals(request.query().get("since"))) {
			List<InboundMessage> messages = inbound.newestFirst();
			json.put("address", server.inboundAddress());
			json.put("hook", hook.isEmpty() ? null : Target.address(hook));
			json.put("total", messages.size());
			ArrayNode list = json.putArray("messages");
			messages.stream().limit(LONGEST_LIST).forEach((message) -> list.add(ReceivedView.summary(message)));
		}
		return MailboxRoutes.json(json);
	}

	private Response receive(Request request) {
		String id = this.control.receive(ReceivedForm.read(request.fields(400)), false);
		return MailboxRoutes.json(Json.object().put("id", id));
	}

	private Response show(Request request) {
		InboundMessage message = message(request);
		ObjectNode json = ReceivedView.details(message);
		ActivityView.attempts(json, this.control.webhookAttempts(message.id()));
		return MailboxRoutes.json(json);
	}

	private Response retry(Request request) {
		InboundMessages.of(server()).process(message(request).id(), InboundMessage.Status.FAILED);
		return MailboxRoutes.json(Json.object());
	}

	private InboundMessage message(Request request) {
		InboundMessage message = InboundMessages.of(server()).find(request.variable("id"));
		if (message == null) {
			throw MailboxRoutes.notFound();
		}
		return message;
	}

	private EmulatedServer server() {
		EmulatedServer server = this.account.firstServer();
		if (server == null) {
			throw MailboxRoutes.notFound();
		}
		return server;
	}

}
