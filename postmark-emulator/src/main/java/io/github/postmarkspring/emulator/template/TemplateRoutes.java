package io.github.postmarkspring.emulator.template;

import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The templates of a server: create, read, edit, delete, list and validate.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Templates API</a>
 */
public final class TemplateRoutes {

	private static final int MAX_BYTES = 10 * 1024 * 1024;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have templates
	 */
	public TemplateRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/templates", Access.SERVER, this::list),
				Route.post("/templates", Access.SERVER, MAX_BYTES, this::create),
				Route.post("/templates/validate", Access.SERVER, MAX_BYTES, this::validate),
				Route.get("/templates/{idOrAlias}", Access.SERVER, this::read),
				Route.put("/templates/{idOrAlias}", Access.SERVER, MAX_BYTES, this::edit),
				Route.delete("/templates/{idOrAlias}", Access.SERVER, this::delete));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 1100, Integer.MAX_VALUE);
		TemplateFilter filter = TemplateFilter.of(request.query());
		List<TemplateStore.Listed> found = store(request).list().stream().filter(filter::matches).toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray("Templates");
		paging.page(found).forEach((listed) -> page.add(TemplateJson.summary(listed)));
		return Response.json(json);
	}

	private Response validate(Request request) {
		return new TemplateValidation(store(request)).validate(request);
	}

	private Response create(Request request) {
		return Response.json(TemplateJson.summary(store(request).create(TemplateDraft.read(request))));
	}

	private Response read(Request request) {
		TemplateStore store = store(request);
		return Response.json(TemplateJson.details(store.find(request.variable("idOrAlias")), store.serverId()));
	}

	private Response edit(Request request) {
		return Response.json(
				TemplateJson.summary(store(request).edit(request.variable("idOrAlias"), TemplateDraft.read(request))));
	}

	private Response delete(Request request) {
		Template template = store(request).delete(request.variable("idOrAlias"));
		return Response
			.json(Json.object().put("ErrorCode", 0).put("Message", "Template " + template.id() + " removed."));
	}

	private TemplateStore store(Request request) {
		return TemplateStore.of(this.account.server(request));
	}

}
