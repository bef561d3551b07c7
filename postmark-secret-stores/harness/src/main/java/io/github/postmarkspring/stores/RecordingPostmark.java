package io.github.postmarkspring.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Postmark that takes mail for the tokens it is told to accept, and notes which token
 * each mail came with.
 */
public final class RecordingPostmark implements AutoCloseable {

	private static final JsonMapper json = JsonMapper.shared();

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<Mail> accepted = new CopyOnWriteArrayList<>();

	private final List<Mail> refused = new CopyOnWriteArrayList<>();

	private volatile Set<String> tokens = Set.of();

	private RecordingPostmark(HttpServer server) {
		this.server = server;
		server.createContext("/email", this::email);
		server.setExecutor(this.executor);
		server.start();
	}

	/**
	 * Starts one that accepts no token yet.
	 * @return the running server
	 */
	public static RecordingPostmark start() {
		try {
			return new RecordingPostmark(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Accepts these tokens from now on, and no other.
	 * @param tokens the tokens of the server
	 */
	public void acceptOnly(String... tokens) {
		this.tokens = Set.of(tokens);
	}

	/**
	 * Returns the mails that were accepted.
	 * @return in the order in which they came
	 */
	public List<Mail> accepted() {
		return List.copyOf(this.accepted);
	}

	/**
	 * Returns the mails that were refused for their token.
	 * @return in the order in which they came
	 */
	public List<Mail> refused() {
		return List.copyOf(this.refused);
	}

	/**
	 * Returns the address to use in place of {@code https://api.postmarkapp.com}.
	 * @return such as {@code http://localhost:8025}
	 */
	public String baseUrl() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private void email(HttpExchange exchange) throws IOException {
		try (exchange) {
			Mail mail = new Mail(exchange.getRequestHeaders().getFirst("X-Postmark-Server-Token"),
					json.readTree(exchange.getRequestBody()).path("Subject").asString());
			if (mail.token() != null && this.tokens.contains(mail.token())) {
				this.accepted.add(mail);
				answer(exchange, 200, """
						{ "To": "ann@mail.example", "SubmittedAt": "2026-11-24T00:00:00Z", "MessageID": "%s",
							"ErrorCode": 0, "Message": "OK" }""".formatted(UUID.randomUUID()));
			}
			else {
				this.refused.add(mail);
				answer(exchange, 401, """
						{ "ErrorCode": 10, "Message": "The Server Token you provided was invalid." }""");
			}
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * A mail and the token it came with.
	 *
	 * @param token the token, or {@code null} if it came without one
	 * @param subject the subject
	 */
	public record Mail(@Nullable String token, String subject) {
	}

}
