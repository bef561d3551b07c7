package io.github.postmarkspring.client.webhook.event;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Insists on UTF-8 before a JSON reader sees the bytes: it would take UTF-16 and UTF-32
 * too, skip a byte order mark, and look at the bytes of a text only if somebody asks for
 * the text.
 */
final class StrictText {

	private static final int BLOCK = 8192;

	private StrictText() {
	}

	static void check(byte[] body) {
		if (body.length == 0) {
			throw new InvalidWebhookException("the body", "is empty");
		}
		if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
			throw notUtf8(0, "starts with a byte order mark");
		}
		for (int i = 0; i < Math.min(body.length, 4); i++) {
			if (body[i] == 0) {
				throw notUtf8(i, "is not UTF-8");
			}
		}
		checkBytes(body);
		checkEscapes(body);
	}

	private static void checkBytes(byte[] body) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer in = ByteBuffer.wrap(body);
		CharBuffer out = CharBuffer.allocate(Math.min(body.length, BLOCK));
		CoderResult result;
		do {
			out.clear();
			result = decoder.decode(in, out, true);
		}
		while (result.isOverflow());
		if (result.isError()) {
			throw notUtf8(in.position(), "is not UTF-8");
		}
	}

	/**
	 * A surrogate that is escaped alone has no form in UTF-8: the text would change on
	 * its way to a database, and two texts become one. Anything else that is wrong with
	 * an escape is left to the reader.
	 */
	private static void checkEscapes(byte[] body) {
		for (int i = 0; i < body.length; i++) {
			if (body[i] != '\\') {
				continue;
			}
			int unit = escaped(body, i);
			if (unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE) {
				throw notUtf8(i, "escapes half a character");
			}
			if (unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE) {
				int next = escaped(body, i + 6);
				if (next < Character.MIN_LOW_SURROGATE || next > Character.MAX_LOW_SURROGATE) {
					throw notUtf8(i, "escapes half a character");
				}
				i += 11;
			}
			else {
				i++;
			}
		}
	}

	/**
	 * Return the UTF-16 unit that is escaped at an index, or -1 if there is none.
	 */
	private static int escaped(byte[] body, int index) {
		if (index + 6 > body.length || body[index] != '\\' || body[index + 1] != 'u') {
			return -1;
		}
		int unit = 0;
		for (int i = index + 2; i < index + 6; i++) {
			int digit = Character.digit(body[i], 16);
			if (digit < 0) {
				return -1;
			}
			unit = unit * 16 + digit;
		}
		return unit;
	}

	private static InvalidWebhookException notUtf8(int index, String problem) {
		return new InvalidWebhookException("byte " + index, problem);
	}

}
