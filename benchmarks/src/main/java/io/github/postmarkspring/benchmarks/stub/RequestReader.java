package io.github.postmarkspring.benchmarks.stub;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads requests from a connection, with a length or in chunks.
 */
final class RequestReader {

	private final InputStream in;

	private final StringBuilder line = new StringBuilder();

	private byte[] body = new byte[64 * 1024];

	RequestReader(InputStream in) {
		this.in = new BufferedInputStream(in, 64 * 1024);
	}

	/**
	 * Read the next request.
	 * @return the request, {@code null} if the connection was closed before it
	 */
	@Nullable Request next() throws IOException {
		String start = line();
		if (start == null) {
			return null;
		}
		String token = "";
		long length = 0;
		boolean chunked = false;
		boolean extras = false;
		for (String header = line(); header != null && !header.isEmpty(); header = line()) {
			int colon = header.indexOf(':');
			String value = header.substring(colon + 1).strip();
			switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
				case "x-postmark-server-token" -> token = value;
				case "content-length" -> length = Long.parseLong(value);
				case "transfer-encoding" -> chunked = true;
				case "upgrade", "expect" -> extras = true;
				default -> {
				}
			}
		}
		int read = chunked ? chunks() : read(0, Math.toIntExact(length));
		return new Request(token, start.startsWith("POST /email/batch"), this.body, read, chunked, extras);
	}

	private int chunks() throws IOException {
		int total = 0;
		while (true) {
			String size = String.valueOf(line());
			int length = Integer.parseInt(size, 16);
			total += read(total, length);
			line();
			if (length == 0) {
				return total;
			}
		}
	}

	private int read(int offset, int length) throws IOException {
		if (this.body.length < offset + length) {
			this.body = Arrays.copyOf(this.body, Math.max(offset + length, 2 * this.body.length));
		}
		if (this.in.readNBytes(this.body, offset, length) < length) {
			throw new EOFException("The connection was closed within a body");
		}
		return length;
	}

	private @Nullable String line() throws IOException {
		this.line.setLength(0);
		for (int c = this.in.read(); c != '\n'; c = this.in.read()) {
			if (c < 0) {
				return null;
			}
			if (c != '\r') {
				this.line.append((char) c);
			}
		}
		return this.line.toString();
	}

}
