package io.github.postmarkspring.emulator.inbound;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeping senders out.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/inbound-rules-triggers-api">Inbound
 * rules triggers API</a>
 */
public final class InboundRuleRoutes {

	private static final String PATH = "/triggers/inboundrules";

	private static final Pattern DOMAIN = Pattern.compile("([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+");

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have the rules
	 */
	public InboundRuleRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(PATH, Access.SERVER, this::list),
				Route.post(PATH, Access.SERVER, Route.SMALL_BODY, this::create),
				Route.delete(PATH + "/{id}", Access.SERVER, this::delete));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 800, Integer.MAX_VALUE);
		List<Map.Entry<Long, String>> rules = InboundRules.of(this.account.server(request)).all();
		ObjectNode json = Json.object().put("TotalCount", rules.size());
		ArrayNode page = json.putArray("InboundRules");
		paging.page(rules).forEach((rule) -> page.add(json(rule.getKey(), rule.getValue())));
		return Response.json(json);
	}

	private Response create(Request request) {
		String rule = request.fields(809).text("Rule");
		if (rule == null || !(AddressParser.isAddress(rule) || DOMAIN.matcher(rule).matches())) {
			throw ApiException.unprocessable(813, "The 'Rule' must be an email address or a domain.");
		}
		EmulatedServer server = this.account.server(request);
		long id = server.nextId();
		InboundRules.of(server).add(id, rule);
		return Response.json(json(id, rule));
	}

	private Response delete(Request request) {
		String rule = InboundRules.of(this.account.server(request)).remove(request.id("id"));
		if (rule == null) {
			throw ApiException.unprocessable(812, "This rule was not found.");
		}
		return Response.done("Rule " + rule + " removed.");
	}

	private static ObjectNode json(long id, String rule) {
		return Json.object().put("ID", id).put("Rule", rule);
	}

}
