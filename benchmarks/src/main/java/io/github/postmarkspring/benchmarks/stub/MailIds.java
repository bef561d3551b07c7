package io.github.postmarkspring.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the numbers of the mails in a body: they are in the subjects.
 */
final class MailIds {

	// What the subject of every mail that is measured begins with; its number follows.
	private static final byte[] MARK = "\"Order ".getBytes(StandardCharsets.US_ASCII);

	private static final int DIGITS = 10;

	// The subject comes before the attachments, which are not worth the time.
	private static final int SINGLE = 16 * 1024;

	private int[] ids = new int[1];

	/**
	 * Find them.
	 * @return how many there are, the first of {@link #ids()}
	 */
	int find(Request request) {
		byte[] body = request.body();
		int end = (request.batch() ? request.length() : Math.min(request.length(), SINGLE)) - MARK.length - DIGITS;
		int count = 0;
		for (int i = 0; i <= end; i++) {
			if (body[i] == '"' && Arrays.equals(body, i, i + MARK.length, MARK, 0, MARK.length)) {
				if (count == this.ids.length) {
					this.ids = Arrays.copyOf(this.ids, 2 * count);
				}
				this.ids[count++] = number(body, i + MARK.length);
			}
		}
		return count;
	}

	int[] ids() {
		return this.ids;
	}

	private static int number(byte[] body, int offset) {
		int value = 0;
		for (int i = offset; i < offset + DIGITS; i++) {
			value = 10 * value + body[i] - '0';
		}
		return value - 1_000_000_000;
	}

}
