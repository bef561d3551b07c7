package io.github.postmarkspring.benchmarks.subject;

import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * A mail to send, with a number of its own that the server looks for.
 *
 * @param id the number
 * @param html the body
 * @param attachment the attachment, if it has one
 */
public record Mail(int id, String html, byte @Nullable [] attachment) {

	static final String FROM = "shop@shop.example";

	static final String TO = "ann@mail.example";

	static final String FILE_NAME = "receipt.pdf";

	static final String FILE_TYPE = "application/pdf";

	private static final String PARAGRAPH = "<p class=\"text\">Grüße aus Zürich,\tпривет, “smart” quotes & a <a href=\"https://shop.example/orders/42\">link</a>.</p>\n";

	/**
	 * 5 KB of HTML with quotes, tabs and characters of several scripts.
	 * @return the body
	 */
	public static String html5k() {
		StringBuilder html = new StringBuilder("<html><body>\n");
		while (html.length() < 4950) {
			html.append(PARAGRAPH);
		}
		return html.append("</body></html>").toString();
	}

	/**
	 * Bytes that nothing compresses.
	 * @param length how many
	 * @return the bytes
	 */
	public static byte[] noise(int length) {
		byte[] bytes = new byte[length];
		new Random(42).nextBytes(bytes);
		return bytes;
	}

	String subject() {
		// Ten digits, for little.
		return "Order " + (1_000_000_000 + this.id);
	}

	@Override
	public String toString() {
		return "Mail[" + this.id + "]";
	}

}
