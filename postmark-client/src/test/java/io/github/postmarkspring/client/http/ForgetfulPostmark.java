package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Postmark that does not always say what became of a mail, and lists it some time
 * later, by a clock of the test's.
 */
final class ForgetfulPostmark implements AutoCloseable {

	private final JsonMapper json = JsonMapper.shared();

	private final HttpServer server;

	private final Supplier<Duration> clock;

	private final Deque<Fate> fates = new ConcurrentLinkedDeque<>();

	private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

	private final List<String> sendings = new CopyOnWriteArrayList<>();

	private final List<Map<String, String>> searches = new CopyOnWriteArrayList<>();

	private final Deque<Integer> searchStatuses = new ConcurrentLinkedDeque<>();

	private volatile Runnable onSearch = () -> {
	};

	/** How long after it was accepted a mail is listed. */
	volatile Duration indexDelay = Duration.ZERO;

	/** How much Postmark's clock is ahead of that of this machine. */
	volatile Duration clockAhead = Duration.ZERO;

	volatile boolean oldestFirst;

	/** Whether a search finds more than was asked for. */
	volatile boolean inexact;

	/** How it spells the names of metadata in a list. */
	volatile UnaryOperator<String> listedName = UnaryOperator.identity();

	/** How it spells recipients in a list. */
	volatile UnaryOperator<String> listedRecipient = UnaryOperator.identity();

	/** The most that it lists on a page. */
	volatile int pageSize = 500;

	/** The most that it lists in all, whatever it says. */
	volatile int listed = Integer.MAX_VALUE;

	/** Whether a list says how long it is. */
	volatile boolean counts = true;

	/** When a search that comes too soon is to come again, in seconds. */
	volatile String retryAfter = "3";

	/** What a search is answered with, whatever there is. */
	volatile @Nullable String searchAnswer;

	/** What happens while a mail is being accepted. */
	volatile Runnable onAccept = () -> {
	};

	ForgetfulPostmark(Supplier<Duration> clock) {
		this.clock = clock;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** What becomes of the next requests that send; those after them are answered. */
	void next(Fate... fates) {
		this.fates.addAll(Arrays.asList(fates));
	}

	/** What the next searches are answered with; those after them succeed. */
	void failSearches(Integer... statuses) {
		this.searchStatuses.addAll(Arrays.asList(statuses));
	}

	void onSearch(Runnable action) {
		this.onSearch = action;
	}

	/** What was accepted, however it was answered. */
	List<Accepted> accepted() {
		return this.accepted;
	}

	Accepted accepted(String id) {
		return this.accepted.stream().filter((message) -> message.id().equals(id)).findFirst().orElseThrow();
	}

	/** The bodies of the requests that send. */
	List<String> sendings() {
		return this.sendings;
	}

	/** The parameters of the searches. */
	List<Map<String, String>> searches() {
		return this.searches;
	}

	/** Accept mail of somebody else's. */
	void acceptOthers(int count, Duration ago, String stream) {
		int first = this.accepted.size();
		this.accepted.addAll(IntStream.range(first, first + count)
			.mapToObj((i) -> new Accepted("other-" + i, stream, List.of("else@d.example"),
					Map.of("reconciliation-key", "other-" + i), this.clock.get().minus(ago)))
			.toList());
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			if (exchange.getRequestMethod().equals("GET")) {
				search(exchange);
				return;
			}
			this.sendings.add(request);
			Fate fate = this.fates.isEmpty() ? Fate.ANSWERED : this.fates.remove();
			JsonNode body = this.json.readTree(request);
			List<JsonNode> messages = body.has("Messages") ? body.path("Messages").valueStream().toList()
					: body.isArray() ? body.valueStream().toList() : List.of(body);
			ArrayNode answers = this.json.createArrayNode();
			for (int i = 0; i < messages.size(); i++) {
				answers.add(fate.isAccepted(i) ? accept(messages.get(i)) : null);
			}
			this.onAccept.run();
			if (fate == Fate.REFUSED) {
				answer(exchange, 422, "{\"ErrorCode\":300,\"Message\":\"Invalid\"}");
			}
			else if (fate == Fate.ANSWERED || fate == Fate.UNNAMED) {
				if (fate == Fate.UNNAMED) {
					((ObjectNode) answers.path(answers.size() - 1)).remove("MessageID");
				}
				answer(exchange, 200, (body.isArray() || body.has("Messages") ? answers : answers.path(0)).toString());
			}
			else {
				answer(exchange, 500, "{\"ErrorCode\":101,\"Message\":\"Error\"}");
			}
		}
	}

	private ObjectNode accept(JsonNode message) {
		String id = "id-" + this.accepted.size();
		Map<String, String> metadata = new HashMap<>();
		message.path("Metadata")
			.properties()
			.forEach((entry) -> metadata.put(entry.getKey(), entry.getValue().asString()));
		this.accepted.add(new Accepted(id, message.path("MessageStream").asString("outbound"), recipients(message),
				metadata, this.clock.get()));
		return this.json.createObjectNode().put("MessageID", id).put("ErrorCode", 0).put("Message", "OK");
	}

	private static List<String> recipients(JsonNode message) {
		return Stream.of("To", "Cc", "Bcc")
			.flatMap((field) -> Arrays.stream(message.path(field).asString("").split(",")))
			.map(String::strip)
			.filter((recipient) -> !recipient.isEmpty())
			.toList();
	}

	private void search(HttpExchange exchange) throws IOException {
		Map<String, String> query = new HashMap<>();
		for (String parameter : exchange.getRequestURI().getRawQuery().split("&")) {
			String[] parts = parameter.split("=", 2);
			query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		this.searches.add(query);
		this.onSearch.run();
		Integer status = this.searchStatuses.poll();
		if (status != null) {
			if (status == 429) {
				exchange.getResponseHeaders().set("Retry-After", this.retryAfter);
			}
			answer(exchange, status, "{\"ErrorCode\":" + ((status == 401) ? 10 : 101) + ",\"Message\":\"No\"}");
			return;
		}
		if (this.searchAnswer != null) {
			answer(exchange, 200, this.searchAnswer);
			return;
		}
		List<Accepted> found = new ArrayList<>(
				this.accepted.stream().filter((message) -> matches(message, query)).toList());
		found.sort((one, other) -> (this.oldestFirst ? 1 : -1) * one.at().compareTo(other.at()));
		ObjectNode answer = this.json.createObjectNode().put("TotalCount", this.counts ? found.size() : 0);
		ArrayNode messages = answer.putArray("Messages");
		found.stream()
			.limit(this.listed)
			.skip(Integer.parseInt(query.get("offset")))
			.limit(Math.min(this.pageSize, Integer.parseInt(query.get("count"))))
			.forEach((message) -> messages.add(json(message)));
		answer(exchange, 200, answer.toString());
	}

	private boolean matches(Accepted message, Map<String, String> query) {
		return message.stream().equals(query.getOrDefault("messagestream", "outbound"))
				&& message.at().plus(this.indexDelay).compareTo(this.clock.get()) <= 0
				&& (this.inexact || query.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().startsWith("metadata_"))
					.allMatch((entry) -> entry.getValue()
						.equals(message.metadata().get(entry.getKey().substring("metadata_".length())))));
	}

	private ObjectNode json(Accepted message) {
		ObjectNode json = this.json.createObjectNode()
			.put("MessageID", message.id())
			.put("ReceivedAt",
					OffsetDateTime.of(2026, 11, 2, 9, 15, 30, 0, ZoneOffset.ofHours(-5))
						.plus(this.clockAhead)
						.plus(message.at())
						.toString());
		message.to().stream().map(this.listedRecipient).forEach(json.putArray("Recipients")::add);
		ObjectNode metadata = json.putObject("Metadata");
		message.metadata().forEach((name, value) -> metadata.put(this.listedName.apply(name), value));
		return json;
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** What becomes of a request that sends. */
	enum Fate {

		/** Accepted, and said so. */
		ANSWERED,

		/** Accepted, and answered with HTTP 500. */
		LOST,

		/** Accepted but for every third message, and answered with HTTP 500. */
		PARTLY_LOST,

		/** Accepted, and said so without the id of the last. */
		UNNAMED,

		/** Not accepted, and answered with HTTP 500. */
		FAILED,

		/** Not accepted, and said so. */
		REFUSED;

		boolean isAccepted(int index) {
			return this == ANSWERED || this == LOST || this == UNNAMED || (this == PARTLY_LOST && index % 3 != 0);
		}

	}

	/** A mail that was accepted. */
	record Accepted(String id, String stream, List<String> to, Map<String, String> metadata, Duration at) {
	}

}
