package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * The socket: the JDK's own HTTP server, so that an application which carries the
 * emulator gets neither a servlet container nor an HTTP engine with it.
 *
 * @since 0.1.0
 */
public final class HttpListener implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int BACKLOG = 256;

	private final HttpServer server;

	private final @Nullable Relay relay;

	private final ExchangePool pool;

	private HttpListener(HttpServer server, @Nullable Relay relay, Duration patience) {
		this.server = server;
		this.relay = relay;
		this.pool = new ExchangePool("postmark-emulator-" + port(), patience);
	}

	/**
	 * Takes a port of the loopback address. Nothing is answered before
	 * {@link #serve(List, Tokens)}.
	 * @param port the port, or 0 for a free one
	 * @return the listener
	 * @throws UncheckedIOException if the port is taken
	 */
	public static HttpListener bind(int port) {
		return bind(port, PATIENCE);
	}

	/**
	 * Takes a port of the loopback address in a way that connections can be reset, which
	 * costs throughput.
	 * @param port the port, or 0 for a free one
	 * @return the listener
	 * @throws UncheckedIOException if the port is taken
	 */
	public static HttpListener bindResettable(int port) {
		HttpServer server = listen(0);
		try {
			return new HttpListener(server, Relay.open(port, BACKLOG, server.getAddress()), PATIENCE);
		}
		catch (IOException ex) {
			server.stop(0);
			throw taken(port, ex);
		}
	}

	static HttpListener bind(int port, Duration patience) {
		return new HttpListener(listen(port), null, patience);
	}

	private static HttpServer listen(int port) {
		// The server writes headers and body apart. With Nagle's algorithm the second
		// write waits for the client's delayed acknowledgement: 40 ms for each request
		// on a connection that is kept alive. The JDK reads this once, at first use.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		try {
			// The one address which "localhost" means to this JVM; curl and browsers try
			// both ::1 and 127.0.0.1.
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
		}
		catch (IOException ex) {
			throw taken(port, ex);
		}
	}

	private static UncheckedIOException taken(int port, IOException ex) {
		return new UncheckedIOException("The Postmark emulator cannot listen on port " + port, ex);
	}

	/**
	 * Returns the port.
	 * @return the port that was taken
	 */
	public int port() {
		return (this.relay != null) ? this.relay.port() : this.server.getAddress().getPort();
	}

	/**
	 * Begins to answer.
	 * @param routes the routing table
	 * @param tokens the tokens that are good
	 */
	public void serve(List<Route> routes, Tokens tokens) {
		serve(routes, tokens, new Faults(false));
	}

	/**
	 * Begins to answer, and to fail.
	 * @param routes the routing table
	 * @param tokens the tokens that are good
	 * @param faults what is to go wrong
	 */
	public void serve(List<Route> routes, Tokens tokens, Faults faults) {
		Interference interference = new Interference(faults, this.pool, this.relay);
		this.server.createContext("/", new Dispatcher(new Router(routes), tokens, interference));
		this.server.setExecutor(this.pool);
		startAsDaemon();
	}

	/**
	 * The server's own thread inherits from the one that starts it whether it is a
	 * daemon, and there is no other way to say so. An emulator must not keep a JVM alive.
	 */
	private void startAsDaemon() {
		Thread starter = new Thread(this.server::start, "postmark-emulator-start");
		starter.setDaemon(true);
		starter.start();
		boolean interrupted = false;
		while (starter.isAlive()) {
			try {
				starter.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Stops listening, cuts all connections and ends the threads.
	 */
	@Override
	public void close() {
		if (this.relay != null) {
			this.relay.close();
		}
		this.server.stop(0);
		this.pool.close();
	}

}
