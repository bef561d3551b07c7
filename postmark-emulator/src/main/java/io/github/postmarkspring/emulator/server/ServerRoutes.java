package io.github.postmarkspring.emulator.server;

import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The emulated server, by its own token and in the account's list.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/server-api">Server API</a>
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Servers API</a>
 */
public final class ServerRoutes {

	private final List<EmulatedServer> servers;

	/**
	 * Creates the routes.
	 * @param token the server's token
	 * @param link where a person can look at the server
	 */
	public ServerRoutes(String token, String link) {
		this.servers = List.of(new EmulatedServer(1, "Emulator", link, token));
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/server", Access.SERVER, (request) -> Response.json(this.servers.get(0).toJson())),
				Route.get("/servers", Access.ACCOUNT, this::list));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 600, Integer.MAX_VALUE);
		String name = request.query().get("name");
		String wanted = (name != null) ? name.toLowerCase(Locale.ROOT) : "";
		List<EmulatedServer> found = this.servers.stream()
			.filter((server) -> server.name().toLowerCase(Locale.ROOT).contains(wanted))
			.toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray("Servers");
		paging.page(found).forEach((server) -> page.add(server.toJson()));
		return Response.json(json);
	}

}
