package io.github.postmarkspring.emulator.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Paging;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.time.EasternTime;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searching what came in, and processing what was blocked or has failed.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Messages API</a>
 */
public final class InboundRoutes {

	private static final String PATH = "/messages/inbound";

	private static final int WINDOW = 10_000;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers get the mail
	 */
	public InboundRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(PATH, Access.SERVER, this::search),
				Route.get(PATH + "/{id}/details", Access.SERVER,
						(request) -> Response.json(messages(request).require(request.variable("id")).details())),
				Route.put(PATH + "/{id}/bypass", Access.SERVER, 0,
						(request) -> process(request, InboundMessage.Status.BLOCKED,
								"Successfully bypassed rules for message: ")),
				Route.put(PATH + "/{id}/retry", Access.SERVER, 0, (request) -> process(request,
						InboundMessage.Status.FAILED, "Successfully rescheduled failed message: ")));
	}

	private Response search(Request request) {
		Paging paging = Paging.of(request.query(), 700, WINDOW);
		List<InboundMessage> found = messages(request).newestFirst().stream().filter(filter(request.query())).toList();
		ObjectNode json = Json.object().put("TotalCount", found.size());
		ArrayNode page = json.putArray("InboundMessages");
		paging.page(found).forEach((message) -> page.add(message.item()));
		return Response.json(json);
	}

	private static Predicate<InboundMessage> filter(QueryParameters query) {
		Predicate<InboundMessage> filter = status(query);
		String recipient = query.get("recipient");
		if (recipient != null) {
			filter = filter.and((message) -> Stream.concat(message.mail().to().stream(), message.mail().cc().stream())
				.anyMatch((address) -> address.email().equalsIgnoreCase(recipient)));
		}
		String from = query.get("fromemail");
		if (from != null) {
			filter = filter.and((message) -> message.mail().from().email().equalsIgnoreCase(from));
		}
		String subject = query.get("subject");
		if (subject != null) {
			String wanted = subject.toLowerCase(Locale.ROOT);
			filter = filter.and((message) -> message.mail().subject().toLowerCase(Locale.ROOT).contains(wanted));
		}
		String hash = query.get("mailboxhash");
		if (hash != null) {
			filter = filter.and((message) -> message.mailboxHash().equals(hash));
		}
		if (query.get("tag") != null) {
			// No mail comes in with a tag here.
			filter = filter.and((message) -> false);
		}
		Predicate<Instant> between = EasternTime.between(query, 700);
		return filter.and((message) -> between.test(message.receivedAt()));
	}

	private static Predicate<InboundMessage> status(QueryParameters query) {
		String sent = query.get("status");
		String name = (sent != null) ? sent : "processed";
		InboundMessage.Status status = Stream.of(InboundMessage.Status.values())
			.filter((it) -> it.wireName().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> ApiException.unprocessable(700,
					"The parameter 'status' must be 'blocked', 'processed', 'queued', 'failed' or 'scheduled'."));
		return (message) -> message.status() == status;
	}

	private Response process(Request request, InboundMessage.Status from, String text) {
		InboundMessage message = messages(request).require(request.variable("id"));
		messages(request).process(message.id(), from);
		return Response.done(text + message.id() + ".");
	}

	private InboundMessages messages(Request request) {
		return InboundMessages.of(this.account.server(request));
	}

}
