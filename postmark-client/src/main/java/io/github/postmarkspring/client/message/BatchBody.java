package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.http.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of several messages of one kind: an array, in an object if they are templated.
 */
class BatchBody implements RequestBody {

	private final List<PreparedMessage> messages;

	private final byte[] start;

	private final byte[] end;

	private final long length;

	// Engines may write on a thread of their own.
	private volatile @Nullable PreparedMessage broken;

	BatchBody(List<PreparedMessage> messages) {
		boolean templated = messages.get(0).isTemplated();
		this.messages = messages;
		this.start = bytes(templated ? "{\"Messages\":[" : "[");
		this.end = bytes(templated ? "]}" : "]");
		long commas = messages.size() - 1L;
		this.length = this.start.length + this.end.length + commas
				+ messages.stream().mapToLong((message) -> message.body().length()).sum();
	}

	private static byte[] bytes(String ascii) {
		return ascii.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public long length() {
		return this.length;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		out.write(this.start);
		for (int i = 0; i < this.messages.size(); i++) {
			if (i > 0) {
				out.write(',');
			}
			write(this.messages.get(i), out);
		}
		out.write(this.end);
	}

	private void write(PreparedMessage message, OutputStream out) throws IOException {
		try {
			message.body().writeTo(out);
		}
		catch (InvalidMessageException ex) {
			this.broken = message;
			throw ex;
		}
	}

	/**
	 * Return the message that could not be written to its end: an attachment of it can no
	 * longer be read. The request was not completed.
	 * @return the message, or {@code null} if none broke the request
	 */
	@Nullable PreparedMessage broken() {
		return this.broken;
	}

}
