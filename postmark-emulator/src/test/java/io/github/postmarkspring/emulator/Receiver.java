package io.github.postmarkspring.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * An application that webhooks are posted to. It answers 200 unless told otherwise.
 */
public final class Receiver implements BeforeEachCallback, AfterEachCallback {

	static {
		// As the emulator does: whoever starts a server first decides for the whole JVM.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	private final Deque<Reply> replies = new ConcurrentLinkedDeque<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private volatile Reply always = new Reply(200, "", Map.of());

	private HttpServer server;

	@Override
	public void beforeEach(ExtensionContext context) throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Reply reply = this.replies.poll();
			this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders(), body));
			Reply answer = (reply != null) ? reply : this.always;
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
	}

	/**
	 * Answers the next requests with these statuses, in this order.
	 */
	public void next(int... statuses) {
		for (int status : statuses) {
			this.replies.add(new Reply(status, "", Map.of()));
		}
	}

	public void next(int status, String body, Map<String, String> headers) {
		this.replies.add(new Reply(status, body, headers));
	}

	/**
	 * Answers all requests with this status.
	 */
	public void always(int status) {
		this.always = new Reply(status, "", Map.of());
	}

	public String url(String path) {
		return "http://localhost:" + this.server.getAddress().getPort() + path;
	}

	/**
	 * Waits for the next request.
	 */
	public Received take() {
		try {
			Received request = this.received.poll(30, TimeUnit.SECONDS);
			if (request == null) {
				throw new AssertionError("Nothing was posted");
			}
			return request;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	/**
	 * Waits for so many requests, in any order.
	 */
	public List<Received> take(int count) {
		return Stream.generate(this::take).limit(count).toList();
	}

	/**
	 * The requests that nobody has taken.
	 */
	public int left() {
		return this.received.size();
	}

	/**
	 * What came in.
	 */
	public record Received(String method, String path, Headers headers, String body) {

		public JsonNode json() {
			return Postmark.json(this.body);
		}

		public String header(String name) {
			return this.headers.getFirst(name);
		}

		public String event() {
			return json().path("RecordType").asString();
		}

	}

	private record Reply(int status, String body, Map<String, String> headers) {

	}

}
