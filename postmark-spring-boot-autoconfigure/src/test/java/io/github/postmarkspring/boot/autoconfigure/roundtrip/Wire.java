package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.postmarkspring.client.Operations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stands between the client and the emulator, passes everything on, and remembers what
 * went over the sockets.
 */
final class Wire implements AutoCloseable {

	private static final Set<String> PASSED_ON = Set.of("accept", "content-type", "x-postmark-server-token",
			"x-postmark-account-token");

	private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpServer server;

	private final URI emulator;

	Wire(URI emulator) {
		this.emulator = emulator;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::carry);
		this.server.start();
	}

	URI baseUrl() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** The operations that were answered with this HTTP status. */
	Set<String> operations(int status) {
		return this.exchanges.stream()
			.filter((exchange) -> exchange.status() == status)
			.map(Exchange::operation)
			.collect(Collectors.toSet());
	}

	/** The last request of this operation asked for this, without a body. */
	void asked(String operation, String target) {
		assertThat(last(operation).target()).isEqualTo(target);
		assertThat(last(operation).request()).isEmpty();
	}

	/** The last request of this operation had this JSON. */
	void requested(String operation, String json) {
		assertThat(JsonMapper.shared().readTree(last(operation).request()))
			.isEqualTo(JsonMapper.shared().readTree(json));
	}

	/**
	 * The last answer to this operation had this JSON, where <code>"<any>"</code> stands
	 * for a value that is not known beforehand.
	 */
	void answered(String operation, String json) {
		assertThat(last(operation).status()).isEqualTo(200);
		JsonNode expected = JsonMapper.shared().readTree(json);
		assertThat(masked(JsonMapper.shared().readTree(last(operation).answer()), expected)).isEqualTo(expected);
	}

	private static JsonNode masked(JsonNode actual, JsonNode expected) {
		if (expected.isString() && expected.stringValue().equals("<any>") && !actual.isNull()) {
			return expected;
		}
		if (actual instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
				object.set(field.getKey(), masked(field.getValue(), expected.path(field.getKey())));
			}
		}
		if (actual instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, masked(array.get(i), expected.path(i)));
			}
		}
		return actual;
	}

	private Exchange last(String operation) {
		return this.exchanges.stream()
			.filter((exchange) -> exchange.operation().equals(operation))
			.reduce((earlier, later) -> later)
			.orElseThrow(() -> new AssertionError("Never requested: " + operation));
	}

	private void carry(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			HttpResponse<byte[]> answer = passOn(exchange, body);
			this.exchanges.add(new Exchange(operation(exchange), exchange.getRequestURI().toString(),
					new String(body, StandardCharsets.UTF_8), answer.statusCode(),
					new String(answer.body(), StandardCharsets.UTF_8)));
			answer.headers()
				.firstValue("Content-Type")
				.ifPresent((type) -> exchange.getResponseHeaders().set("Content-Type", type));
			exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length > 0) ? answer.body().length : -1);
			exchange.getResponseBody().write(answer.body());
		}
	}

	private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.emulator + exchange.getRequestURI().toString()))
			.method(exchange.getRequestMethod(), (body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
					: HttpRequest.BodyPublishers.noBody());
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** The most literal of the reference's paths that fit. */
	private static String operation(HttpExchange exchange) {
		String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
		return Operations.all()
			.stream()
			.filter((operation) -> request.matches(operation.replace("{}", "[^/]+")))
			.min(Comparator.comparing((operation) -> operation.split("\\{}", -1).length))
			.orElse(request);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A request and its answer.
	 */
	record Exchange(String operation, String target, String request, int status, String answer) {

	}

}
