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

	private static InvalidWebhookException notUtf8(int index, String problem) {
		return new InvalidWebhookException("byte " + index, problem);
	}

}
