package io.github.postmarkspring.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.postmarkspring.stores.SecretStore.Failure;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * A web server on the loopback interface that can fail as a secret store does.
 */
public final class StoreServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final AtomicInteger requests = new AtomicInteger();

	private final @Nullable HttpsConfigurator tls;

	private final Function<HttpExchange, Answer> handler;

	private final Answer gap;

	private volatile @Nullable Failure failure;

	private @Nullable ResettingListener resetting;

	private HttpServer server;

	private StoreServer(@Nullable HttpsConfigurator tls, Function<HttpExchange, Answer> handler, Answer gap) {
		this.tls = tls;
		this.handler = handler;
		this.gap = gap;
		this.server = listen(0);
	}

	/**
	 * Starts a server.
	 * @param handler answers requests
	 * @param gap the answer to all of them for as long as the secret is not there
	 * @return the running server
	 */
	public static StoreServer http(Function<HttpExchange, Answer> handler, Answer gap) {
		return new StoreServer(null, handler, gap);
	}

	/**
	 * Starts a server that speaks TLS.
	 * @param tls its certificate
	 * @param handler answers requests
	 * @param gap the answer to all of them for as long as the secret is not there
	 * @return the running server
	 */
	public static StoreServer https(HttpsConfigurator tls, Function<HttpExchange, Answer> handler, Answer gap) {
		return new StoreServer(tls, handler, gap);
	}

	/**
	 * Returns the port, which stays the same.
	 * @return the port
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Waits until an application that asks from time to time has asked again: until its
	 * environment has the token, or, while this server fails, until it has seen that.
	 * @param context the application
	 * @param token the token of the store
	 */
	public void awaitPoll(ConfigurableApplicationContext context, String token) {
		if (this.failure == null) {
			await().dontCatchUncaughtExceptions()
				.atMost(PATIENCE)
				.until(() -> token.equals(context.getEnvironment().getProperty("postmark.server-token")));
		}
		else {
			int before = this.requests.get();
			await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> this.requests.get() > before + 1);
		}
	}

	/**
	 * Fails from now on.
	 * @param failure how
	 */
	public void fail(Failure failure) {
		this.failure = failure;
		if (failure == Failure.REFUSED || failure == Failure.DROPPED) {
			this.server.stop(0);
		}
		if (failure == Failure.DROPPED) {
			this.resetting = bind(() -> new ResettingListener(port(), this.requests::incrementAndGet));
		}
	}

	/** Answers again. */
	public void heal() {
		closeResetting();
		if (this.failure == Failure.REFUSED || this.failure == Failure.DROPPED) {
			this.server = listen(port());
		}
		this.failure = null;
	}

	private HttpServer listen(int port) {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		HttpServer server = bind(
				() -> (this.tls != null) ? HttpsServer.create(address, 0) : HttpServer.create(address, 0));
		if (server instanceof HttpsServer secure) {
			secure.setHttpsConfigurator(this.tls);
		}
		server.createContext("/", this::handle);
		server.setExecutor(this.executor);
		server.start();
		return server;
	}

	/** What listened before may take a moment to let go of the port. */
	private static <T> T bind(Callable<T> binding) {
		return await().dontCatchUncaughtExceptions()
			.ignoreExceptionsInstanceOf(BindException.class)
			.until(binding, Objects::nonNull);
	}

	private void closeResetting() {
		if (this.resetting != null) {
			this.resetting.close();
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.requests.incrementAndGet();
			Failure failure = this.failure;
			Answer answer;
			if (failure == null) {
				answer = this.handler.apply(exchange);
			}
			else if (failure == Failure.GAP) {
				answer = this.gap;
			}
			else {
				answer = new Answer(500, "{}");
			}
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(answer.status(), body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		closeResetting();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * An answer.
	 *
	 * @param status the status
	 * @param body the body
	 * @param headers further headers, by name
	 */
	public record Answer(int status, String body, Map<String, String> headers) {

		/**
		 * An answer without headers of its own.
		 * @param status the status
		 * @param body the body
		 */
		public Answer(int status, String body) {
			this(status, body, Map.of());
		}

	}

}
