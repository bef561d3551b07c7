package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.io.InputStream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads the body of a request, and no more of it than is allowed.
 */
final class RequestBody {

	// What a client that is refused may still send before the connection is cut. Most
	// clients read the answer only after they have sent everything.
	private static final long LONGEST_FAREWELL = 64L * 1024 * 1024;

	private RequestBody() {
	}

	static byte[] read(HttpExchange exchange, int limit) throws IOException {
		requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
		if (announcedLength(exchange) > limit) {
			throw tooLarge(limit);
		}
		byte[] body = exchange.getRequestBody().readNBytes(limit);
		if (exchange.getRequestBody().read() != -1) {
			throw tooLarge(limit);
		}
		return body;
	}

	/**
	 * Reads what is left of a body, without keeping it.
	 * @return whether the end was reached, so that the connection can be used again
	 */
	static boolean discard(HttpExchange exchange) throws IOException {
		if (announcedLength(exchange) > LONGEST_FAREWELL) {
			return false;
		}
		InputStream body = exchange.getRequestBody();
		byte[] buffer = new byte[16 * 1024];
		long total = 0;
		int length;
		while ((length = body.read(buffer)) != -1) {
			total += length;
			if (total > LONGEST_FAREWELL) {
				return false;
			}
		}
		return true;
	}

	private static void requireJson(@Nullable String contentType) {
		try {
			if (contentType != null
					&& MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
				return;
			}
		}
		catch (InvalidMediaTypeException ex) {
			// Answered below.
		}
		throw ApiException.of(415, 409, "The header 'Content-Type: application/json' is required.");
	}

	private static long announcedLength(HttpExchange exchange) {
		String length = exchange.getRequestHeaders().getFirst("Content-Length");
		return (length != null) ? Long.parseLong(length.trim()) : -1;
	}

	static ApiException tooLarge(int limit) {
		return ApiException.of(413, 300, "The request is larger than " + limit + " bytes.");
	}

}
