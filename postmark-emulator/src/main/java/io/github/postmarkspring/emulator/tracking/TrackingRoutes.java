package io.github.postmarkspring.emulator.tracking;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searching what was opened and clicked.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Messages API</a>
 */
public final class TrackingRoutes {

	private static final String PATH = "/messages/outbound/";

	private static final int WINDOW = 10_000;

	private static final Map<String, Function<Interaction, String>> FILTERS = Map.ofEntries(
			Map.entry("recipient", Interaction::recipient), Map.entry("tag", Interaction::tag),
			Map.entry("client_name", (it) -> it.visitor().client().getOrDefault("Name", "")),
			Map.entry("client_company", (it) -> it.visitor().client().getOrDefault("Company", "")),
			Map.entry("client_family", (it) -> it.visitor().client().getOrDefault("Family", "")),
			Map.entry("os_name", (it) -> it.visitor().os().getOrDefault("Name", "")),
			Map.entry("os_company", (it) -> it.visitor().os().getOrDefault("Company", "")),
			Map.entry("os_family", (it) -> it.visitor().os().getOrDefault("Family", "")),
			Map.entry("platform", (it) -> it.visitor().platform()),
			Map.entry("country", (it) -> it.visitor().geo().getOrDefault("Country", "")),
			Map.entry("region", (it) -> it.visitor().geo().getOrDefault("Region", "")),
			Map.entry("city", (it) -> it.visitor().geo().getOrDefault("City", "")));

	private final Account account;

	private final MessageStore store;

	/**
	 * Creates the routes.
	 * @param account whose servers sent the messages
	 * @param store the messages of all of them
	 */
	public TrackingRoutes(Account account, MessageStore store) {
		this.account = account;
		this.store = store;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(PATH + "opens", Access.SERVER, (request) -> search(request, false)),
				Route.get(PATH + "opens/{id}", Access.SERVER, (request) -> ofMessage(request, false)),
				Route.get(PATH + "clicks", Access.SERVER, (request) -> search(request, true)),
				Route.get(PATH + "clicks/{id}", Access.SERVER, (request) -> ofMessage(request, true)));
	}

	private Response search(Request request, boolean clicks) {
		String stream = request.query().get("messagestream");
		String wanted = (stream != null) ? stream : MessageStreams.DEFAULT;
		return page(request, clicks, filter(request.query()).and((it) -> it.stream().equalsIgnoreCase(wanted)));
	}

	private static Predicate<Interaction> filter(QueryParameters query) {
		Predicate<Interaction> filter = (interaction) -> true;
		for (Map.Entry<String, Function<Interaction, String>> entry : FILTERS.entrySet()) {
			String wanted = query.get(entry.getKey());
			if (wanted != null) {
				filter = filter.and((interaction) -> wanted.equalsIgnoreCase(entry.getValue().apply(interaction)));
			}
		}
		return filter;
	}

	private Response ofMessage(Request request, boolean clicks) {
		OutboundMessage message = this.store.find(this.account.server(request).id(), request.variable("id"));
		if (message == null) {
			throw ApiException.unprocessable(701, "This message was not found.");
		}
		return page(request, clicks, (interaction) -> interaction.messageId().equals(message.id()));
	}

	private Response page(Request request, boolean clicks, Predicate<Interaction> filter) {
		Paging paging = Paging.of(request.query(), 700, WINDOW);
		List<Interaction> found = Interactions.of(this.account.server(request))
			.newestFirst(clicks)
			.stream()
			.filter(filter)
			.toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray(clicks ? "Clicks" : "Opens");
		paging.page(found).forEach((interaction) -> page.add(interaction.toJson()));
		return Response.json(json);
	}

}
