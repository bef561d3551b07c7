package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way of every request: guard, route, token, headers, size, handler, answer.
 */
final class Dispatcher implements HttpHandler {

	private static final Log logger = LogFactory.getLog(Dispatcher.class);

	private final LocalOnly guard;

	private final Router router;

	private final Tokens tokens;

	private final Interference interference;

	Dispatcher(LocalOnly guard, Router router, Tokens tokens, Interference interference) {
		this.guard = guard;
		this.router = router;
		this.tokens = tokens;
		this.interference = interference;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try {
			PlannedFault planned = this.interference.fault(exchange);
			Fault fault = planned.fault();
			Response response = fault.apply(fault.effective() ? answer(exchange) : Response.empty());
			this.interference.delay(planned);
			if (fault.ending() != Fault.Ending.WHOLE) {
				this.interference.cut(exchange, fault, response);
			}
			// A body nobody has read would be taken for the next request.
			if (!RequestBody.discard(exchange)) {
				exchange.getResponseHeaders().set("Connection", "close");
			}
			write(exchange, response);
			exchange.close();
		}
		catch (IOException ex) {
			// The client has gone, or was too slow: there is nobody to answer to. Of an
			// answer begun, closing the exchange would leave the connection open.
			logger.debug("A connection to the Postmark emulator was lost");
			throw ex;
		}
	}

	private Response answer(HttpExchange exchange) throws IOException {
		try {
			Response refusal = this.guard.refusal(exchange.getRequestMethod(), exchange.getRequestHeaders());
			return (refusal != null) ? refusal : route(exchange);
		}
		catch (ApiException ex) {
			return Response.error(ex);
		}
		// Errors too: a stack overflow or want of memory belongs to one request only.
		catch (RuntimeException | Error ex) {
			return unexpected(ex);
		}
	}

	private Response route(HttpExchange exchange) throws IOException {
		String method = exchange.getRequestMethod();
		String path = exchange.getRequestURI().getRawPath();
		Router.Match match = this.router.match(method.equals("HEAD") ? "GET" : method, path);
		Route route = match.route();
		Caller caller = this.tokens.check(route.access(), exchange.getRequestHeaders());
		byte[] body = route.takesBody() ? RequestBody.read(exchange, route.bodyLimit()) : new byte[0];
		Request request = new Request(host(exchange), caller, match.variables(),
				QueryParameters.parse(exchange.getRequestURI().getRawQuery()), body);
		return route.handler().handle(request);
	}

	private static String host(HttpExchange exchange) {
		@Nullable String host = exchange.getRequestHeaders().getFirst("Host");
		return (host != null) ? host : "";
	}

	private static Response unexpected(Throwable ex) {
		String id = UUID.randomUUID().toString();
		// Neither the request nor the exception's own message: both are a stranger's
		// text.
		logger.error("The Postmark emulator failed, Error ID " + id + ": " + ex.getClass().getName() + " at "
				+ Arrays.stream(ex.getStackTrace()).limit(20).map(Object::toString).toList());
		return Response.error(ApiException.of(500, 101, "An unexpected error occurred. Error ID: " + id));
	}

	private static void write(HttpExchange exchange, Response response) throws IOException {
		response.headers().forEach(exchange.getResponseHeaders()::set);
		byte[] body = response.body();
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
		}
		if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
			// To the JDK's server, 0 means a body of unknown length.
			exchange.sendResponseHeaders(response.status(), -1);
			return;
		}
		exchange.sendResponseHeaders(response.status(), body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

}
