package io.github.postmarkspring.emulator.removal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.server.Account;

/**
 * Requests to forget a recipient. They are done at once, and nothing is forgotten.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Data removals
 * API</a>
 */
public final class DataRemovalRoutes {

	private static final int MAX_REMOVALS = 10_000;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account the account
	 */
	public DataRemovalRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.post("/data-removals", Access.ACCOUNT, Route.SMALL_BODY, this::create),
				Route.get("/data-removals/{id}", Access.ACCOUNT, this::get));
	}

	private Response create(Request request) {
		JsonFields sent = request.fields(1300);
		for (String field : List.of("RequestedBy", "RequestedFor")) {
			if (!AddressParser.isAddress(sent.text(field))) {
				throw ApiException.unprocessable(1300, "'" + field + "' must be an email address.");
			}
		}
		sent.flag("NotifyWhenCompleted");
		long id = this.account.nextId();
		Removals.of(this.account).add(id);
		return answer(id, "Pending");
	}

	private Response get(Request request) {
		long id = request.id("id");
		if (!Removals.of(this.account).contains(id)) {
			throw ApiException.unprocessable(1301, "This data removal request was not found.");
		}
		return answer(id, "Done");
	}

	private static Response answer(long id, String status) {
		return Response.json(Json.object().put("ID", id).put("Status", status));
	}

	private static final class Removals {

		private final Set<Long> ids = new HashSet<>();

		static Removals of(Account account) {
			return account.state(Removals.class, Removals::new);
		}

		synchronized void add(long id) {
			if (this.ids.size() >= MAX_REMOVALS) {
				throw ApiException.unprocessable(614, "The emulator has room for " + MAX_REMOVALS + " requests.");
			}
			this.ids.add(id);
		}

		synchronized boolean contains(long id) {
			return this.ids.contains(id);
		}

	}

}
