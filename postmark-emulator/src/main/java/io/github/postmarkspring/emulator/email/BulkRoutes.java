package io.github.postmarkspring.emulator.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.domain.SenderCheck;
import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStream;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sending the same to many. A request is completed as soon as it is answered.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Bulk API</a>
 */
public final class BulkRoutes {

	private static final int MAX_BYTES = 50 * 1024 * 1024;

	private static final int MAX_PROBLEMS = 100;

	private static final int CHUNK = 100;

	private static final int MAX_COUNT = 500;

	private static final int DEFAULT_COUNT = 50;

	private static final int INACTIVE = 406;

	private static final Pattern FIELD = Pattern.compile("'([A-Za-z-]+)'");

	private final Account account;

	private final SenderCheck senders;

	private final Dispatch dispatch;

	private final boolean approved;

	/**
	 * Creates the routes.
	 * @param account whose servers send
	 * @param store where accepted messages go
	 * @param senders who may send
	 * @param approved whether the account may use them, which Postmark allows on request
	 * only
	 */
	public BulkRoutes(Account account, MessageStore store, SenderCheck senders, boolean approved) {
		this.account = account;
		this.senders = senders;
		this.dispatch = new Dispatch(store);
		this.approved = approved;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.post("/email/bulk", Access.SERVER, MAX_BYTES, this::send),
				Route.get("/email/bulk/{id}", Access.SERVER, this::get),
				Route.get("/email/bulk", Access.SERVER, this::list));
	}

	private Response send(Request request) {
		EmulatedServer server = server(request);
		JsonFields sent = JsonFields.of(request.json(), "$");
		ObjectNode common = BulkEntry.common(sent);
		common.put("MessageStream", stream(server, sent).id());
		List<JsonFields> entries = sent.objects("Messages");
		if (entries.isEmpty()) {
			throw ApiException.unprocessable(300, "A bulk request needs 'Messages'.");
		}
		List<ApiException> problems = problems(server, common, entries);
		if (problems.size() == 1) {
			throw problems.get(0);
		}
		if (!problems.isEmpty()) {
			return several(problems);
		}
		BulkJobs.Job job = release(server, common, entries, sent.text("Subject"));
		BulkJobs.of(server).add(job);
		return Response.json(job.accepted());
	}

	private static MessageStream stream(EmulatedServer server, JsonFields sent) {
		String id = sent.text("MessageStream");
		MessageStream stream = MessageStreams.of(server).require((id != null) ? id : MessageStreams.BROADCAST);
		if (!stream.sends()) {
			throw ApiException.unprocessable(1236, "The stream provided: '" + stream.id() + "' cannot send messages.");
		}
		return stream;
	}

	/**
	 * Everything is checked before anything is sent, and nothing of it is kept: there may
	 * be very many entries.
	 */
	private List<ApiException> problems(EmulatedServer server, ObjectNode common, List<JsonFields> entries) {
		Map<String, ApiException> problems = new LinkedHashMap<>();
		ObjectNode checked = common;
		SenderCheck check = this.senders;
		for (JsonFields entry : entries) {
			ApiException problem = problem(server, checked, entry, check);
			if (problem != null && problem.text().contains("'From'")) {
				problems.putIfAbsent(problem.text(), problem);
				checked = withGoodSender(common);
				check = SenderCheck.NONE;
				problem = problem(server, checked, entry, check);
			}
			if (problem != null) {
				problems.putIfAbsent(problem.text(), problem);
			}
			if (problems.size() >= MAX_PROBLEMS) {
				break;
			}
		}
		return new ArrayList<>(problems.values());
	}

	/**
	 * Returns {@code null} also if nobody would get the message: that fails it later.
	 */
	private static @Nullable ApiException problem(EmulatedServer server, ObjectNode common, JsonFields entry,
			SenderCheck senders) {
		try {
			message(server, common, entry, senders);
			return null;
		}
		catch (ApiException ex) {
			return (ex.code() != INACTIVE) ? ex : null;
		}
	}

	/**
	 * A sender that is wrong is wrong in all entries, and must not hide what else is.
	 */
	private static ObjectNode withGoodSender(ObjectNode common) {
		ObjectNode copy = common.deepCopy();
		common.propertyNames().stream().filter("From"::equalsIgnoreCase).forEach(copy::remove);
		return copy.put("From", "sender@localhost");
	}

	private BulkJobs.Job release(EmulatedServer server, ObjectNode common, List<JsonFields> entries,
			@Nullable String subject) {
		List<OutboundMessage> chunk = new ArrayList<>();
		int released = 0;
		int failed = 0;
		for (JsonFields entry : entries) {
			try {
				OutboundMessage message = message(server, common, entry, this.senders);
				if (message != null) {
					chunk.add(message);
					released++;
				}
				else {
					failed++;
				}
			}
			catch (ApiException ex) {
				failed++;
			}
			if (chunk.size() == CHUNK) {
				this.dispatch.send(server, List.copyOf(chunk));
				chunk.clear();
			}
		}
		this.dispatch.send(server, List.copyOf(chunk));
		return new BulkJobs.Job(UUID.randomUUID().toString(), server.nextId(), server.now(), entries.size(), released,
				failed, subject);
	}

	/**
	 * Makes the message of an entry, or {@code null} if its model does not go together
	 * with the content.
	 */
	private static @Nullable OutboundMessage message(EmulatedServer server, ObjectNode common, JsonFields entry,
			SenderCheck senders) {
		ObjectNode email = BulkEntry.merge(common, entry);
		JsonNode model = entry.model("TemplateModel");
		boolean rendered = BulkTemplates.render(server, email, (model != null) ? model : Json.object());
		return rendered ? EmailAcceptance.accept(EmailRequest.read(email, "$"), server, senders) : null;
	}

	private static Response several(List<ApiException> problems) {
		ObjectNode json = Json.object().put("ErrorCode", 11).put("Message", "Multiple errors occurred.");
		Map<String, ArrayNode> fields = new LinkedHashMap<>();
		for (ApiException problem : problems) {
			Matcher matcher = FIELD.matcher(problem.text());
			String field = matcher.find() ? matcher.group(1) : "Messages";
			fields.computeIfAbsent(field, (name) -> Json.array())
				.addObject()
				.put("ErrorCode", problem.code())
				.put("Message", problem.text());
		}
		ObjectNode errors = json.putObject("Errors");
		fields.forEach(errors::set);
		return Response.error(422, 11, json);
	}

	private Response get(Request request) {
		return Response.json(BulkJobs.of(server(request)).require(request.variable("id")).completed());
	}

	private Response list(Request request) {
		List<BulkJobs.Job> found = BulkJobs.of(server(request)).after(request.query().get("paginationKey"));
		int count = count(request);
		List<BulkJobs.Job> page = found.subList(0, Math.min(count, found.size()));
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("Requests");
		page.forEach((job) -> list.add(job.completed()));
		if (page.size() < found.size()) {
			json.put("PaginationKey", page.get(page.size() - 1).key());
		}
		return Response.json(json);
	}

	private static int count(Request request) {
		String text = request.query().get("count");
		if (text == null) {
			return DEFAULT_COUNT;
		}
		int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
		if (count < 1 || count > MAX_COUNT) {
			throw ApiException.unprocessable(300, "The parameter 'count' must be between 1 and " + MAX_COUNT + ".");
		}
		return count;
	}

	private EmulatedServer server(Request request) {
		if (!this.approved) {
			throw ApiException.unprocessable(14, "This endpoint requires approval to access. Contact support to use "
					+ "the Bulk API postmarkapp.com/contact");
		}
		return this.account.server(request);
	}

}
