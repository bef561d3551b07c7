package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * Lets faults come over exchanges.
 */
final class Interference {

	// A fault for all paths must leave a way to take it back.
	private static final String CONTROL = "/_emulator/";

	private final LocalOnly guard;

	private final Faults faults;

	private final ExchangePool pool;

	private final @Nullable Relay relay;

	Interference(LocalOnly guard, Faults faults, ExchangePool pool, @Nullable Relay relay) {
		this.guard = guard;
		this.faults = faults;
		this.pool = pool;
		this.relay = relay;
	}

	/**
	 * Returns what is to go wrong with a request. Other web sites use up no faults.
	 */
	PlannedFault fault(HttpExchange exchange) {
		String method = exchange.getRequestMethod();
		String path = exchange.getRequestURI().getRawPath();
		if (this.faults.isEmpty() || path.regionMatches(true, 0, CONTROL, 0, CONTROL.length())
				|| this.guard.refusal(method, exchange.getRequestHeaders()) != null) {
			return PlannedFault.none();
		}
		return this.faults.of(method, path);
	}

	void delay(PlannedFault planned) throws InterruptedIOException {
		if (planned.fault().latency().isZero()) {
			return;
		}
		this.pool.extend(planned.fault().latency());
		try {
			planned.pause();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("The emulator is closing");
		}
	}

	/**
	 * Ends a connection before the answer is complete.
	 * @throws IOException always: the server then closes the connection, for which it
	 * offers no other way
	 */
	void cut(HttpExchange exchange, Fault fault, Response response) throws IOException {
		if (this.relay != null && fault.ending().reset()) {
			this.relay.resetAtEnd(exchange.getRemoteAddress());
		}
		int length = response.body().length;
		if (fault.ending().halfway() && length > 0) {
			exchange.sendResponseHeaders(response.status(), length);
			// Neither closed nor complete: the server would wait for the rest for ever.
			OutputStream out = exchange.getResponseBody();
			out.write(response.body(), 0, length / 2);
			out.flush();
		}
		throw new IOException("A connection was cut, as planned");
	}

}
