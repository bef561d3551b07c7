package io.github.postmarkspring.emulator.message;

import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
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

	private final MessageStore store;

	/**
	 * Creates the routes.
	 * @param store the messages
	 */
	public MessageRoutes(MessageStore store) {
		this.store = store;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/messages/outbound", Access.SERVER, this::search),
				Route.get("/messages/outbound/{id}/details", Access.SERVER, this::details));
	}

	private Response search(Request request) {
		Paging paging = Paging.of(request.query(), 700, WINDOW);
		List<OutboundMessage> found = this.store.newestFirst()
			.stream()
			.filter(MessageSearch.of(request.query()))
			.toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode messages = json.putArray("Messages");
		paging.page(found).forEach((message) -> messages.add(MessageJson.item(message)));
		return Response.json(json);
	}

	private Response details(Request request) {
		OutboundMessage message = this.store.find(request.variable("id"));
		if (message == null) {
			throw ApiException.unprocessable(701, "This message was not found.");
		}
		return Response.json(MessageJson.details(message));
	}

}
