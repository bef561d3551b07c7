package io.github.postmarkspring.emulator.message;

import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searching what was sent, and looking at one message of it.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Messages API</a>
 */
public final class MessageRoutes {

	private static final int WINDOW = 10_000;

	private final Account account;

	private final MessageStore store;

	/**
	 * Creates the routes.
	 * @param account whose servers took the messages
	 * @param store the messages of all of them
	 */
	public MessageRoutes(Account account, MessageStore store) {
		this.account = account;
		this.store = store;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/messages/outbound", Access.SERVER, this::search),
				Route.get("/messages/outbound/{id}/details", Access.SERVER, this::details),
				Route.get("/messages/outbound/{id}/dump", Access.SERVER,
						(request) -> Response.json(MessageJson.dump(required(request)))));
	}

	private Response search(Request request) {
		Paging paging = Paging.of(request.query(), 700, WINDOW);
		EmulatedServer server = this.account.server(request);
		List<OutboundMessage> found = this.store.indexed(server.now())
			.stream()
			.filter((message) -> message.delivery().serverId() == server.id())
			.filter(MessageSearch.of(request.query()))
			.toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode messages = json.putArray("Messages");
		paging.page(found).forEach((message) -> messages.add(MessageJson.item(message)));
		return Response.json(json);
	}

	private Response details(Request request) {
		OutboundMessage message = required(request);
		return Response.json(MessageJson.details(message, this.store.events(message.id())));
	}

	private OutboundMessage required(Request request) {
		OutboundMessage message = this.store.find(this.account.server(request).id(), request.variable("id"));
		if (message == null) {
			throw ApiException.unprocessable(701, "This message was not found.");
		}
		return message;
	}

}
