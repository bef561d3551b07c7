package io.github.postmarkspring.emulator.domain;

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The domains of the account.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Domains API</a>
 */
public final class DomainRoutes {

	private static final String PATH = "/domains/{id}";

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account the account
	 */
	public DomainRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/domains", Access.ACCOUNT, this::list),
				Route.post("/domains", Access.ACCOUNT, Route.SMALL_BODY, this::create),
				Route.get(PATH, Access.ACCOUNT, (request) -> Response.json(required(request).details())),
				Route.put(PATH, Access.ACCOUNT, Route.SMALL_BODY, this::edit),
				Route.delete(PATH, Access.ACCOUNT, this::delete),
				Route.put(PATH + "/verifyDkim", Access.ACCOUNT, 0,
						(request) -> Response.json(change(request, Dns::keyVerified).details())),
				Route.put(PATH + "/verifyReturnPath", Access.ACCOUNT, 0,
						(request) -> Response.json(change(request, (dns) -> dns.returnPathVerified(true)).details())),
				Route.post(PATH + "/verifyspf", Access.ACCOUNT, 0,
						(request) -> Response.json(required(request).dns().describeSpf(Json.object()))),
				Route.post(PATH + "/rotatedkim", Access.ACCOUNT, 0, this::rotate));
	}

	private Response list(Request request) {
		Paging paging = Paging.of(request.query(), 500, Integer.MAX_VALUE);
		List<Domains.Domain> domains = Domains.of(this.account).all();
		ObjectNode json = Json.object().put("TotalCount", domains.size());
		ArrayNode page = json.putArray("Domains");
		paging.page(domains).forEach((domain) -> page.add(domain.item()));
		return Response.json(json);
	}

	private Response create(Request request) {
		JsonFields sent = request.fields(502);
		String name = name(sent.text("Name"));
		Domains.Domain domain = new Domains.Domain(this.account.nextId(),
				Dns.create(name, sent.text("ReturnPathDomain"), this.account.now()));
		Domains.of(this.account).add(domain.id(), domain, (other) -> other.dns().domain().equalsIgnoreCase(name));
		return Response.json(domain.details());
	}

	private static String name(@Nullable String name) {
		if (name == null || name.isBlank()) {
			throw ApiException.unprocessable(514, "The domain needs a 'Name'.");
		}
		if (name.length() > DomainName.MAX_LENGTH) {
			throw ApiException.unprocessable(515, "The 'Name' is limited to " + DomainName.MAX_LENGTH + " characters.");
		}
		if (!DomainName.isValid(name)) {
			throw ApiException.unprocessable(516, "The 'Name' is not a valid domain.");
		}
		if (DomainName.isPublic(name)) {
			throw ApiException.unprocessable(503, "Public mail domains are not allowed.");
		}
		return name;
	}

	private Response edit(Request request) {
		required(request);
		JsonFields sent = request.fields(502);
		return Response.json(change(request,
				(dns) -> sent.has("ReturnPathDomain") ? dns.withReturnPath(sent.text("ReturnPathDomain")) : dns)
			.details());
	}

	private Response delete(Request request) {
		Domains.Domain domain = Domains.of(this.account).remove(request.id("id"));
		return Response.done("Domain " + domain.dns().domain() + " removed.");
	}

	private Response rotate(Request request) {
		Domains.Domain domain = change(request, (dns) -> dns.rotated(this.account.now()));
		ObjectNode json = Json.object().put("Name", domain.dns().domain());
		return Response.json(domain.dns().describeKeys(json).put("ID", domain.id()));
	}

	private Domains.Domain change(Request request, UnaryOperator<Dns> change) {
		return Domains.of(this.account)
			.change(request.id("id"), (domain) -> new Domains.Domain(domain.id(), change.apply(domain.dns())));
	}

	private Domains.Domain required(Request request) {
		return Domains.of(this.account).require(request.id("id"));
	}

}
