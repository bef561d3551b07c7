package io.github.postmarkspring.stores;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * All that is written to the console, while it is open.
 */
final class Transcript implements AutoCloseable {

	private final PrintStream out = System.out;

	private final PrintStream err = System.err;

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private Transcript() {
		System.setOut(copying(this.out));
		System.setErr(copying(this.err));
	}

	static Transcript open() {
		return new Transcript();
	}

	String text() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Return the lines with a secret in them, as it is or in Base64, the secret masked.
	 */
	List<String> mentions(Collection<String> secrets) {
		List<String> mentions = new ArrayList<>();
		text().lines().forEach((line) -> {
			for (String secret : secrets) {
				String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
				if (line.contains(secret) || line.contains(encoded)) {
					mentions.add(line.replace(secret, "[SECRET]").replace(encoded, "[SECRET IN BASE64]"));
				}
			}
		});
		return mentions;
	}

	@Override
	public void close() {
		System.setOut(this.out);
		System.setErr(this.err);
	}

	private PrintStream copying(PrintStream original) {
		ByteArrayOutputStream copy = this.written;
		return new PrintStream(new OutputStream() {

			@Override
			public void write(int b) {
				original.write(b);
				copy.write(b);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				original.write(bytes, offset, length);
				copy.write(bytes, offset, length);
			}

		}, true, StandardCharsets.UTF_8);
	}

}
