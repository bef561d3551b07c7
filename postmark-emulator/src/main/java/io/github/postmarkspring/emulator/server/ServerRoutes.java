package io.github.postmarkspring.emulator.server;

import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server by its own token, and all servers by the account's.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/server-api">Server API</a>
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Servers API</a>
 */
public final class ServerRoutes {

	private static final List<String> DELIVERY_TYPES = List.of("Live", "Sandbox");

	private final Account account;

	private final boolean deletable;

	/**
	 * Creates the routes.
	 * @param account the account
	 * @param deletable whether servers can be deleted, which Postmark allows on request
	 * only
	 */
	public ServerRoutes(Account account, boolean deletable) {
		this.account = account;
		this.deletable = deletable;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/server", Access.SERVER, (request) -> json(this.account.server(request))),
				Route.put("/server", Access.SERVER, Route.SMALL_BODY,
						(request) -> edit(this.account.server(request), request)),
				Route.get("/servers", Access.ACCOUNT, this::list),
				Route.post("/servers", Access.ACCOUNT, Route.SMALL_BODY, this::create),
				Route.get("/servers/{id}", Access.ACCOUNT, (request) -> json(required(request))),
				Route.put("/servers/{id}", Access.ACCOUNT, Route.SMALL_BODY,
						(request) -> edit(required(request), request)),
				Route.delete("/servers/{id}", Access.ACCOUNT, this::delete));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 600, Integer.MAX_VALUE);
		String name = request.query().get("name");
		String wanted = (name != null) ? name.toLowerCase(Locale.ROOT) : "";
		List<EmulatedServer> found = this.account.servers()
			.stream()
			.filter((server) -> server.settings().name().toLowerCase(Locale.ROOT).contains(wanted))
			.toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray("Servers");
		paging.page(found).forEach((server) -> page.add(server.toJson(this.account.tokens(server))));
		return Response.json(json);
	}

	private Response create(Request request) {
		JsonFields sent = request.fields(609);
		String type = sent.text("DeliveryType");
		boolean sandbox = type != null
				&& SettingsChange.oneOf(type, DELIVERY_TYPES, 613, "DeliveryType").equals("Sandbox");
		return json(this.account.create(sent, sandbox));
	}

	private Response edit(EmulatedServer server, Request request) {
		this.account.edit(server, request.fields(609));
		return json(server);
	}

	private Response json(EmulatedServer server) {
		return Response.json(server.toJson(this.account.tokens(server)));
	}

	private Response delete(Request request) {
		if (!this.deletable) {
			throw ApiException.unprocessable(604, "You do not have permission to delete servers through the API.");
		}
		EmulatedServer server = required(request);
		this.account.delete(server);
		return Response.done("Server " + server.settings().name() + " removed.");
	}

	/**
	 * Postmark documents no code of its own for a server that is not there; templates
	 * name it by 601.
	 */
	private EmulatedServer required(Request request) {
		EmulatedServer server = this.account.find(request.id("id"));
		if (server == null) {
			throw ApiException.unprocessable(601, "This server was not found.");
		}
		return server;
	}

}
