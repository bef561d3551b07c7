package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FastByteArrayOutputStream;

/**
 * Reads a body, once, as the bytes that were sent.
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

	/**
	 * Read the body of a sender that only the body can prove. It takes no more memory
	 * than bytes have come, whatever was said.
	 * @param request the request
	 * @param maxBytes the most bytes to read
	 * @param share what to take the memory of
	 * @param maxTime how long to go on reading
	 * @return the bytes, {@code null} if there are more
	 * @throws GivenUpException if there is no memory left for those who have proven
	 * nothing, or this one takes too long
	 * @throws IOException if the sender went away
	 */
	static byte @Nullable [] read(HttpServletRequest request, long maxBytes, BodyBudget.Share share, Duration maxTime)
			throws IOException {
		InputStream in = request.getInputStream();
		FastByteArrayOutputStream body = new FastByteArrayOutputStream(1024);
		byte[] buffer = new byte[8192];
		long deadline = System.nanoTime() + maxTime.toNanos();
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			if (body.size() + read > maxBytes) {
				return null;
			}
			if (!share.take(read)) {
				throw new GivenUpException("too-many-bodies");
			}
			if (System.nanoTime() - deadline > 0) {
				throw new GivenUpException("too-slow");
			}
			body.write(buffer, 0, read);
		}
		if (body.size() < request.getContentLengthLong()) {
			throw new EOFException("The body is shorter than was said");
		}
		return body.toByteArrayUnsafe();
	}

	/**
	 * No more is read of somebody who has proven nothing.
	 */
	static final class GivenUpException extends IOException {

		private final String reason;

		GivenUpException(String reason) {
			super(reason);
			this.reason = reason;
		}

		String reason() {
			return this.reason;
		}

	}

}
