package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

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
	 * @return the bytes, {@code null} if there are more
	 * @throws TooManyBodiesException if there is no memory left for those who have proven
	 * nothing
	 * @throws IOException if the sender went away
	 */
	static byte @Nullable [] read(HttpServletRequest request, long maxBytes, BodyBudget.Share share)
			throws IOException {
		InputStream in = request.getInputStream();
		FastByteArrayOutputStream body = new FastByteArrayOutputStream(1024);
		byte[] buffer = new byte[8192];
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			if (body.size() + read > maxBytes) {
				return null;
			}
			if (!share.take(read)) {
				throw new TooManyBodiesException();
			}
			body.write(buffer, 0, read);
		}
		if (body.size() < request.getContentLengthLong()) {
			throw new EOFException("The body is shorter than was said");
		}
		return body.toByteArrayUnsafe();
	}

	/**
	 * Those who have proven nothing have all the memory that is theirs.
	 */
	static final class TooManyBodiesException extends IOException {

	}

}
