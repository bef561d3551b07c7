package io.github.postmarkspring.stores;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * All that is written to the console, while it is open.
 */
final class Transcript implements AutoCloseable {

	private static final int BEGINNING = 6;

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
	 * Return the lines with a secret in them, masked: as it is, in Base64, or its first
	 * bytes in hexadecimal, as some clients log a part of what they got.
	 */
	List<String> mentions(Collection<String> secrets) {
		List<String> mentions = new ArrayList<>();
		for (String secret : secrets) {
			byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
			String base64 = Base64.getEncoder().encodeToString(bytes);
			String hexadecimal = HexFormat.of().formatHex(bytes, 0, BEGINNING);
			text().lines()
				.filter((line) -> line.contains(secret) || line.contains(base64) || line.contains(hexadecimal))
				.map((line) -> line.replace(secret, "[SECRET]")
					.replace(base64, "[SECRET IN BASE64]")
					.replace(hexadecimal, "[BEGINNING OF A SECRET IN HEXADECIMAL]"))
				.forEach(mentions::add);
		}
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
