package io.github.postmarkspring.client.webhook.event;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The bytes of a JSON text without its escapes. It is known to be well-formed.
 */
class JsonTextStream extends InputStream {

	private static final byte[] NOTHING = {};

	private final byte[] json;

	private final int end;

	private int position;

	// What an escape stands for, and how much of that was read.
	private byte[] unescaped = NOTHING;

	private int taken;

	JsonTextStream(byte[] json, int start, int end) {
		this.json = json;
		this.position = start;
		this.end = end;
	}

	@Override
	public int read() {
		if (this.taken == this.unescaped.length) {
			if (this.position == this.end) {
				return -1;
			}
			if (this.json[this.position] != '\\') {
				return this.json[this.position++] & 0xFF;
			}
			unescape();
		}
		return this.unescaped[this.taken++] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		Objects.checkFromIndexSize(offset, length, target.length);
		int limit = this.position + Math.min(this.end - this.position, length);
		int from = this.position;
		if (this.taken == this.unescaped.length) {
			while (this.position < limit && this.json[this.position] != '\\') {
				this.position++;
			}
		}
		int count = this.position - from;
		System.arraycopy(this.json, from, target, offset, count);
		if (count > 0 || length == 0) {
			return count;
		}
		int next = read();
		if (next == -1) {
			return -1;
		}
		target[offset] = (byte) next;
		return 1;
	}

	private void unescape() {
		char escape = (char) this.json[this.position + 1];
		this.position += 2;
		String text = switch (escape) {
			case 'b' -> "\b";
			case 'f' -> "\f";
			case 'n' -> "\n";
			case 'r' -> "\r";
			case 't' -> "\t";
			case 'u' -> unit();
			default -> String.valueOf(escape);
		};
		this.unescaped = text.getBytes(StandardCharsets.UTF_8);
		this.taken = 0;
	}

	private String unit() {
		char first = hex();
		if (!Character.isHighSurrogate(first)) {
			return String.valueOf(first);
		}
		this.position += 2;
		return new String(new char[] { first, hex() });
	}

	private char hex() {
		int unit = 0;
		for (int i = 0; i < 4; i++) {
			unit = unit * 16 + Character.digit(this.json[this.position++], 16);
		}
		return (char) unit;
	}

}
