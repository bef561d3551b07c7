package io.github.postmarkspring.emulator.bounce;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.suppression.Suppressions;
import io.github.postmarkspring.emulator.time.EasternTime;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searching what came back, and giving an address another chance.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Bounce API</a>
 */
public final class BounceRoutes {

	private static final int WINDOW = 10_000;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account to whose servers mail came back
	 */
	public BounceRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/deliverystats", Access.SERVER, this::statistics),
				Route.get("/bounces", Access.SERVER, this::search),
				Route.get("/bounces/{id}", Access.SERVER, (request) -> Response.json(withContent(request))),
				Route.get("/bounces/{id}/dump", Access.SERVER,
						(request) -> Response.json(Json.object().put("Body", required(request).dump()))),
				Route.put("/bounces/{id}/activate", Access.SERVER, 0, this::activate));
	}

	private Response statistics(Request request) {
		EmulatedServer server = this.account.server(request);
		List<Bounce> bounces = Bounces.of(server).newestFirst();
		Map<BounceType, Integer> counts = new EnumMap<>(BounceType.class);
		bounces.forEach((bounce) -> counts.merge(bounce.type(), 1, Integer::sum));
		ObjectNode json = Json.object().put("InactiveMails", Suppressions.of(server).size());
		ArrayNode list = json.putArray("Bounces");
		list.addObject().put("Name", "All").put("Count", bounces.size());
		counts.forEach((type,
				count) -> list.addObject().put("Name", type.title()).put("Count", count).put("Type", type.wireName()));
		return Response.json(json);
	}

	private Response search(Request request) {
		Paging paging = Paging.of(request.query(), 1000, WINDOW);
		EmulatedServer server = this.account.server(request);
		Bounces bounces = Bounces.of(server);
		List<Bounce> found = bounces.newestFirst().stream().filter(filter(request.query(), bounces)).toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray("Bounces");
		paging.page(found).forEach((bounce) -> page.add(BounceJson.item(server, bounce)));
		return Response.json(json);
	}

	private static Predicate<Bounce> filter(QueryParameters query, Bounces bounces) {
		String id = query.get("messagestream");
		String stream = (id != null) ? id : MessageStreams.DEFAULT;
		Predicate<Bounce> filter = (bounce) -> bounce.stream().equalsIgnoreCase(stream);
		String name = query.get("type");
		if (name != null) {
			BounceType type = BounceType.of(name);
			if (type == null) {
				throw ApiException.unprocessable(1000, "The parameter 'type' is not a type of bounce.");
			}
			filter = filter.and((bounce) -> bounce.type() == type);
		}
		if (query.get("inactive") != null) {
			boolean inactive = query.flag("inactive");
			filter = filter.and((bounce) -> bounces.inactive(bounce) == inactive);
		}
		String email = query.get("emailFilter");
		if (email != null) {
			String wanted = email.toLowerCase(Locale.ROOT);
			filter = filter.and((bounce) -> bounce.email().toLowerCase(Locale.ROOT).contains(wanted));
		}
		String tag = query.get("tag");
		if (tag != null) {
			filter = filter.and((bounce) -> bounce.tag().equals(tag));
		}
		String message = query.get("messageID");
		if (message != null) {
			filter = filter.and((bounce) -> bounce.messageId().equalsIgnoreCase(message));
		}
		Predicate<Instant> between = EasternTime.between(query, 1000);
		return filter.and((bounce) -> between.test(bounce.bouncedAt()));
	}

	private Response activate(Request request) {
		Bounce bounce = required(request);
		if (bounce.type() != BounceType.HARD_BOUNCE) {
			throw ApiException.unprocessable(1003, "Due to the type of bounce, this address cannot be reactivated.");
		}
		Bounces.of(this.account.server(request)).activate(bounce);
		ObjectNode json = Json.object().put("Message", "OK");
		json.set("Bounce", withContent(request));
		return Response.json(json);
	}

	private Bounce required(Request request) {
		if (request.id("id") < 0) {
			throw ApiException.of(400, 1002, "The 'ID' of a bounce is required.");
		}
		Bounce bounce = Bounces.of(this.account.server(request)).find(request.id("id"));
		if (bounce == null) {
			throw ApiException.unprocessable(1001, "This bounce was not found.");
		}
		return bounce;
	}

	private ObjectNode withContent(Request request) {
		Bounce bounce = required(request);
		return BounceJson.item(this.account.server(request), bounce).put("Content", bounce.dump());
	}

}
