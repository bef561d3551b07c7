package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whose sender has been verified, once, as the bytes that were sent.
 */
final class BodyReader {

	private BodyReader() {
	}

	/**
	 * Read the body of a sender who has proven who it is.
	 * @param request the request
	 * @param maxBytes the most bytes to read
	 * @return the bytes, {@code null} if there are more
	 * @throws IOException if the sender went away
	 */
	static byte @Nullable [] read(HttpServletRequest request, long maxBytes) throws IOException {
		InputStream in = request.getInputStream();
		long declared = request.getContentLengthLong();
		if (declared >= 0) {
			byte[] body = new byte[Math.toIntExact(declared)];
			if (in.readNBytes(body, 0, body.length) < body.length) {
				throw new EOFException("The body is shorter than was said");
			}
			return body;
		}
		byte[] body = in.readNBytes(Math.toIntExact(maxBytes + 1));
		return (body.length <= maxBytes) ? body : null;
	}

}
