package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

	private final LocalOnly guard;

	private HttpListener(HttpServer server, @Nullable Relay relay, LocalOnly guard, Duration patience) {
		this.server = server;
		this.relay = relay;
		this.guard = guard;
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
		// The one address which "localhost" means to this JVM; curl and browsers try both
		// ::1 and 127.0.0.1.
		return bind(InetAddress.getLoopbackAddress(), port, Set.of(), false);
	}

	/**
	 * Takes a port. Nothing is answered before {@link #serve(List, Tokens)}. Unless the
	 * address is a loopback address, requests may name any IP address and any name
	 * without a dot as their host.
	 * @param address the address of this machine
	 * @param port the port, or 0 for a free one
	 * @param names the host names it answers to besides {@code localhost}
	 * @param resets whether connections can be reset, which costs throughput
	 * @return the listener
	 * @throws UncheckedIOException if the port is taken, or the address is not this
	 * machine's
	 */
	public static HttpListener bind(InetAddress address, int port, Set<String> names, boolean resets) {
		if (!resets) {
			return bind(address, port, names, PATIENCE);
		}
		HttpServer server = listen(InetAddress.getLoopbackAddress(), 0);
		try {
			Relay relay = Relay.open(new InetSocketAddress(address, port), BACKLOG, server.getAddress());
			return new HttpListener(server, relay, guard(address, names), PATIENCE);
		}
		catch (IOException ex) {
			server.stop(0);
			throw taken(address, port, ex);
		}
	}

	static HttpListener bind(InetAddress address, int port, Set<String> names, Duration patience) {
		return new HttpListener(listen(address, port), null, guard(address, names), patience);
	}

	private static LocalOnly guard(InetAddress address, Set<String> names) {
		Set<String> answersTo = new HashSet<>(names);
		answersTo.add(literal(address));
		return new LocalOnly(address.isLoopbackAddress(), answersTo);
	}

	private static HttpServer listen(InetAddress address, int port) {
		// The server writes headers and body apart. With Nagle's algorithm the second
		// write waits for the client's delayed acknowledgement: 40 ms for each request
		// on a connection that is kept alive. The JDK reads this once, at first use.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		try {
			return HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
		}
		catch (IOException ex) {
			throw taken(address, port, ex);
		}
	}

	private static UncheckedIOException taken(InetAddress address, int port, IOException ex) {
		return new UncheckedIOException(
				"The Postmark emulator cannot listen on port " + port + " of " + literal(address), ex);
	}

	/**
	 * Returns the port.
	 * @return the port that was taken
	 */
	public int port() {
		return (this.relay != null) ? this.relay.port() : this.server.getAddress().getPort();
	}

	/**
	 * Returns the address to reach it by from this machine.
	 * @return such as {@code http://localhost:8025}
	 */
	public String url() {
		InetAddress address = (this.relay != null) ? this.relay.address() : this.server.getAddress().getAddress();
		boolean local = address.isAnyLocalAddress() || address.equals(InetAddress.getLoopbackAddress());
		return "http://" + (local ? "localhost" : literal(address)) + ":" + port();
	}

	private static String literal(InetAddress address) {
		String text = address.getHostAddress().replaceAll("%.*", "");
		return (address instanceof Inet6Address) ? "[" + text + "]" : text;
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
		Interference interference = new Interference(this.guard, faults, this.pool, this.relay);
		this.server.createContext("/", new Dispatcher(this.guard, new Router(routes), tokens, interference));
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
