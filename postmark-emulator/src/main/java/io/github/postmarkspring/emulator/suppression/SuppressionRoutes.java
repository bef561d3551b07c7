package io.github.postmarkspring.emulator.suppression;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.time.EasternTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reading and changing whom a stream does not write to.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Suppressions
 * API</a>
 */
public final class SuppressionRoutes {

	private static final String PATH = "/message-streams/{stream}/suppressions";

	private static final int MAX_ENTRIES = 50;

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have the streams
	 */
	public SuppressionRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get(PATH + "/dump", Access.SERVER, this::dump),
				Route.post(PATH, Access.SERVER, Route.SMALL_BODY, (request) -> change(request, this::create)),
				Route.post(PATH + "/delete", Access.SERVER, Route.SMALL_BODY,
						(request) -> change(request, this::delete)));
	}

	private Response dump(Request request) {
		EmulatedServer server = this.account.server(request);
		Predicate<Suppression> filter = filter(request.query());
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("Suppressions");
		Suppressions.of(server)
			.newestFirst(stream(server, request))
			.stream()
			.filter(filter)
			.forEach((suppression) -> list.add(suppression.toJson()));
		return Response.json(json);
	}

	private static Predicate<Suppression> filter(QueryParameters query) {
		String reason = query.get("SuppressionReason");
		if (reason != null
				&& Stream.of(Suppression.Reason.values()).noneMatch((it) -> it.wireName().equalsIgnoreCase(reason))) {
			throw ApiException.unprocessable(1404,
					"The 'SuppressionReason' must be 'HardBounce', 'SpamComplaint' or 'ManualSuppression'.");
		}
		String origin = query.get("Origin");
		if (origin != null
				&& Stream.of(Suppression.Origin.values()).noneMatch((it) -> it.wireName().equalsIgnoreCase(origin))) {
			throw ApiException.unprocessable(1405, "The 'Origin' must be 'Recipient', 'Customer' or 'Admin'.");
		}
		String address = query.get("EmailAddress");
		if (address != null && !AddressParser.isAddress(address)) {
			throw ApiException.unprocessable(1408, "The 'EmailAddress' is not a valid email address.");
		}
		Predicate<Instant> between = EasternTime.between(query, 1407);
		return (suppression) -> matches(reason, suppression.reason().wireName())
				&& matches(origin, suppression.origin().wireName()) && matches(address, suppression.emailAddress())
				&& between.test(suppression.createdAt());
	}

	private static boolean matches(@Nullable String wanted, String value) {
		return wanted == null || wanted.equalsIgnoreCase(value);
	}

	private Response change(Request request, BiFunction<EmulatedServer, Target, @Nullable String> change) {
		EmulatedServer server = this.account.server(request);
		String stream = stream(server, request);
		List<JsonFields> entries = request.fields(1409).objects("Suppressions");
		if (entries.isEmpty()) {
			throw ApiException.unprocessable(1409, "The request needs 'Suppressions'.");
		}
		if (entries.size() > MAX_ENTRIES) {
			throw ApiException.unprocessable(1410, "A request is limited to " + MAX_ENTRIES + " entries.");
		}
		List<String> addresses = entries.stream().map(SuppressionRoutes::address).toList();
		ObjectNode json = Json.object();
		ArrayNode outcomes = json.putArray("Suppressions");
		for (String address : addresses) {
			ObjectNode outcome = outcomes.addObject().put("EmailAddress", address);
			boolean good = AddressParser.isAddress(address);
			String status = good ? change.apply(server, new Target(stream, address.strip())) : null;
			String failure = good ? "You do not have the required authority to change this suppression."
					: "An invalid email address was provided.";
			outcome.put("Status", (status != null) ? status : "Failed");
			outcome.put("Message", (status != null) ? null : failure);
		}
		return Response.json(json);
	}

	private static String address(JsonFields entry) {
		String address = entry.text("EmailAddress");
		if (address == null) {
			throw ApiException.unprocessable(1411, "An entry needs an 'EmailAddress'.");
		}
		return address;
	}

	private @Nullable String create(EmulatedServer server, Target target) {
		Suppressions.of(server)
			.add(target.stream(), new Suppression(target.address(), Suppression.Reason.MANUAL_SUPPRESSION,
					Suppression.Origin.CUSTOMER, server.now(), null), null);
		return "Suppressed";
	}

	/**
	 * Returns {@code null} for a complaint, which nobody can take back.
	 */
	private @Nullable String delete(EmulatedServer server, Target target) {
		Suppressions suppressions = Suppressions.of(server);
		Suppression suppression = suppressions.find(target.stream(), target.address());
		if (suppression != null && suppression.reason() == Suppression.Reason.SPAM_COMPLAINT) {
			return null;
		}
		suppressions.remove(target.stream(), target.address());
		return "Deleted";
	}

	private static String stream(EmulatedServer server, Request request) {
		return MessageStreams.of(server).require(request.variable("stream")).id();
	}

	private record Target(String stream, String address) {

	}

}
