package io.github.postmarkspring.emulator.mailbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mailbox page and the API behind it. The API is the page's own and may change at any
 * time. It asks for no token, but answers only to this machine.
 *
 * @since 0.1.0
 */
public final class MailboxRoutes {

	static final String API = "/mailbox/api/messages";

	private static final int LONGEST_LIST = 500;

	// Tells the page that another emulator now listens on the port.
	private final String instance = UUID.randomUUID().toString();

	private final PageFiles files = new PageFiles();

	private final Account account;

	private final MessageStore store;

	/**
	 * Creates the routes.
	 * @param account whose messages they are
	 * @param store the messages to show
	 */
	public MailboxRoutes(Account account, MessageStore store) {
		this.account = account;
		this.store = store;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/", Access.OPEN, this.files::index),
				Route.get("/mailbox/{file}", Access.OPEN, this.files::file), Route.get(API, Access.OPEN, this::list),
				Route.delete(API, Access.OPEN, this::clear), Route.get(API + "/{id}", Access.OPEN, this::show),
				Route.get(API + "/{id}/html", Access.OPEN, this::html),
				Route.get(API + "/{id}/inline/{index}", Access.OPEN, (request) -> InlineImage.of(attachment(request))),
				Route.get(API + "/{id}/attachments/{index}", Access.OPEN,
						(request) -> Download.of(attachment(request))));
	}

	/**
	 * Lists the newest messages, or says in a few bytes that nothing has changed: the
	 * page asks every other second.
	 */
	private Response list(Request request) {
		// Read before the messages: a message that comes between is told twice, not
		// never.
		Map<Long, String> servers = servers();
		String version = this.instance + "-" + this.store.version() + "-" + servers.hashCode();
		ObjectNode json = Json.object().put("version", version);
		if (!version.equals(request.query().get("since"))) {
			List<OutboundMessage> messages = this.store.newestFirst();
			json.put("total", messages.size());
			ArrayNode list = json.putArray("messages");
			messages.stream()
				.limit(LONGEST_LIST)
				.forEach((message) -> list.add(MessageView.summary(message).put("server", server(message, servers))));
		}
		return json(json);
	}

	private Response show(Request request) {
		OutboundMessage message = message(request);
		return json(MessageView.details(message).put("server", server(message, servers())));
	}

	private Map<Long, String> servers() {
		return this.account.servers()
			.stream()
			.collect(Collectors.toMap(EmulatedServer::id, (server) -> server.settings().name()));
	}

	/**
	 * Returns which server took a message, or {@code null} while there is one only.
	 */
	private static @Nullable String server(OutboundMessage message, Map<Long, String> servers) {
		if (servers.size() < 2) {
			return null;
		}
		return servers.getOrDefault(message.delivery().serverId(), "deleted server");
	}

	private Response clear(Request request) {
		this.store.clear();
		return json(Json.object());
	}

	private Response html(Request request) {
		return HtmlView.of(message(request), request.host(), request.query().flag("remoteImages"));
	}

	private OutboundMessage message(Request request) {
		OutboundMessage message = this.store.find(request.variable("id"));
		if (message == null) {
			throw notFound();
		}
		return message;
	}

	private Attachment attachment(Request request) {
		List<Attachment> attachments = message(request).content().attachments();
		String index = request.variable("index");
		if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= attachments.size()) {
			throw notFound();
		}
		return attachments.get(Integer.parseInt(index));
	}

	static Response json(ObjectNode json) {
		return Protection.add(Response.json(json), Protection.NOTHING);
	}

	static ApiException notFound() {
		return ApiException.of(404, 404, "The mailbox does not have this.");
	}

}
