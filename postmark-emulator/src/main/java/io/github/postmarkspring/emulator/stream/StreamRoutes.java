package io.github.postmarkspring.emulator.stream;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The streams of a server.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Message
 * Streams API</a>
 */
public final class StreamRoutes {

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have the streams
	 */
	public StreamRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/message-streams", Access.SERVER, this::list),
				Route.post("/message-streams", Access.SERVER, Route.SMALL_BODY, this::create),
				Route.get("/message-streams/{stream}", Access.SERVER, this::get),
				Route.patch("/message-streams/{stream}", Access.SERVER, Route.SMALL_BODY, this::edit),
				Route.post("/message-streams/{stream}/archive", Access.SERVER, 0, this::archive),
				Route.post("/message-streams/{stream}/unarchive", Access.SERVER, 0, this::unarchive));
	}

	private Response list(Request request) {
		EmulatedServer server = this.account.server(request);
		String filter = request.query().get("MessageStreamType");
		MessageStream.Type type = MessageStream.Type.of(filter);
		if (filter != null && type == null && !filter.equalsIgnoreCase("All")) {
			throw ApiException.unprocessable(1221,
					"The 'MessageStreamType' must be 'All', 'Inbound', 'Transactional' or 'Broadcasts'.");
		}
		boolean archived = request.query().flag("IncludeArchivedStreams");
		List<MessageStream> found = MessageStreams.of(server)
			.all()
			.stream()
			.filter((stream) -> (type == null || stream.type() == type) && (archived || !stream.archived()))
			.toList();
		ObjectNode json = Json.object();
		ArrayNode streams = json.putArray("MessageStreams");
		found.forEach((stream) -> streams.add(stream.toJson(server.id())));
		return Response.json(json.put("TotalCount", found.size()));
	}

	private Response create(Request request) {
		EmulatedServer server = this.account.server(request);
		MessageStream stream = StreamRequest.create(request.fields(1222), server.now());
		MessageStreams.of(server).add(stream);
		return Response.json(stream.toJson(server.id()));
	}

	private Response get(Request request) {
		EmulatedServer server = this.account.server(request);
		return Response.json(required(server, request).toJson(server.id()));
	}

	private Response edit(Request request) {
		EmulatedServer server = this.account.server(request);
		MessageStream stream = required(server, request);
		JsonFields sent = request.fields(1223);
		return Response.json(
				change(server, stream, (before) -> StreamRequest.edit(sent, before, server.now())).toJson(server.id()));
	}

	private Response archive(Request request) {
		EmulatedServer server = this.account.server(request);
		MessageStream stream = required(server, request);
		if (stream.id().equals(MessageStreams.DEFAULT) || stream.id().equals(MessageStreams.INBOUND)) {
			throw ApiException.unprocessable(1229,
					"The default streams for transactional and inbound mail cannot be archived.");
		}
		MessageStream archived = change(server, stream,
				(before) -> before.archived() ? before : before.archivedAt(server.now()));
		return Response.json(Json.object()
			.put("ID", archived.id())
			.put("ServerID", server.id())
			.put("ExpectedPurgeDate", Timestamps.orNull(archived.purgedAt())));
	}

	private Response unarchive(Request request) {
		EmulatedServer server = this.account.server(request);
		MessageStream stream = required(server, request);
		return Response.json(change(server, stream, (before) -> unarchived(before, server.now())).toJson(server.id()));
	}

	private static MessageStream unarchived(MessageStream stream, Instant now) {
		Instant purgedAt = stream.purgedAt();
		if (purgedAt != null && purgedAt.isBefore(now)) {
			throw ApiException.unprocessable(1232, "It is too late to unarchive this message stream.");
		}
		return stream.archivedAt(null);
	}

	private static MessageStream change(EmulatedServer server, MessageStream stream,
			UnaryOperator<MessageStream> change) {
		return MessageStreams.of(server).change(stream.id(), change);
	}

	private static MessageStream required(EmulatedServer server, Request request) {
		return MessageStreams.of(server).require(request.variable("stream"));
	}

}
