package io.github.postmarkspring.emulator.template;

import java.util.Comparator;
import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Templates from one server of the account to another, matched by alias.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api#push-templates">Push
 * templates</a>
 */
public final class TemplatePushRoutes {

	private static final int MAX_BYTES = 64 * 1024;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have templates
	 */
	public TemplatePushRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.put("/templates/push", Access.ACCOUNT, MAX_BYTES, this::push));
	}

	private Response push(Request request) {
		JsonFields fields = JsonFields.of(RequestJson.of(request), "$");
		Boolean perform = fields.flag("PerformChanges");
		if (perform == null) {
			throw ApiException.unprocessable(1120, "'PerformChanges' is required.");
		}
		TemplateStore source = server("SourceServerID", fields.number("SourceServerID"));
		TemplateStore destination = server("DestinationServerID", fields.number("DestinationServerID"));
		List<TemplateStore.Listed> templates = source.list()
			.stream()
			.filter((listed) -> listed.template().alias() != null)
			.sorted(Comparator.comparing((TemplateStore.Listed listed) -> !listed.template().isLayout()))
			.toList();
		if (templates.isEmpty()) {
			throw ApiException.unprocessable(1124, "The source server has no template with an 'Alias'.");
		}
		return answer(destination.receive(templates, perform));
	}

	private TemplateStore server(String field, @Nullable Long id) {
		EmulatedServer server = (id != null) ? this.account.find(id) : null;
		if (server == null) {
			throw ApiException.unprocessable(601, "The '" + field + "' is missing or no server of this account.");
		}
		return TemplateStore.of(server);
	}

	private static Response answer(List<TemplateStore.Pushed> pushed) {
		ObjectNode json = Json.object().put("TotalCount", pushed.size());
		ArrayNode templates = json.putArray("Templates");
		for (TemplateStore.Pushed step : pushed) {
			Template template = step.source().template();
			ObjectNode item = templates.addObject().put("Action", (step.replaced() != null) ? "Edit" : "Create");
			if (step.id() != null) {
				item.put("TemplateId", step.id());
			}
			item.put("Alias", template.alias())
				.put("Name", template.name())
				.put("TemplateType", template.type().wireName());
		}
		return Response.json(json);
	}

}
