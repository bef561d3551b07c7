package io.github.postmarkspring.client.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A long text that is written as the inside of a JSON string in UTF-8, byte for byte as
 * Jackson does. Jackson asks the string for each character and then where it belongs,
 * which takes two to three times as long in one JVM as in another, as the compiler and
 * the processor happen to see it; and the text of a mail is a third of what sending it
 * costs. Here the characters are copied first, and what each becomes is looked up, two at
 * a time.
 */
class LongText {

	/** The most bytes that a character becomes. */
	static final int MOST = 6;

	private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class,
			ByteOrder.LITTLE_ENDIAN);

	private static final byte[] HEX = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E',
			'F' };

	private static final int ONE = 8 << 16;

	private static final int TWO = 16 << 16;

	/**
	 * The characters that become one byte or two: the bytes, the first one lowest, and
	 * above them how many bits they are. 0 for those that become more.
	 */
	private static final int[] SHORT = table();

	private final String text;

	/** A stretch of the text. */
	private final char[] chars;

	private int count;

	private int next;

	private int copied;

	/**
	 * Create an instance.
	 * @param text the text
	 * @param chars where to copy it to, stretch by stretch
	 */
	LongText(String text, char[] chars) {
		this.text = text;
		this.chars = chars;
	}

	private static int[] table() {
		int[] table = new int[0x800];
		for (int c = ' '; c < 0x80; c++) {
			table[c] = ONE | c;
		}
		for (int c = 0x80; c < table.length; c++) {
			table[c] = TWO | 0xC0 | c >> 6 | (0x80 | c & 0x3F) << 8;
		}
		String escaped = "\b\t\n\f\r\"\\";
		for (int i = 0; i < escaped.length(); i++) {
			table[escaped.charAt(i)] = TWO | '\\' | "btnfr\"\\".charAt(i) << 8;
		}
		return table;
	}

	boolean remains() {
		return this.next < this.count || this.copied < this.text.length();
	}

	/**
	 * Write some of it, as much as there is room for at the most.
	 * @param out where to, with room for {@link #MOST}
	 * @param at where in it
	 * @return where it ends
	 */
	int encode(byte[] out, int at) {
		if (this.next == this.count) {
			copy();
		}
		char[] chars = this.chars;
		int end = at;
		int i = this.next;
		// However many bytes they become.
		int stop = Math.min(this.count, i + (out.length - at) / MOST);
		while (i < stop) {
			for (; i < stop - 1; i += 2) {
				char c = chars[i];
				char d = chars[i + 1];
				if ((c | d) >= SHORT.length) {
					break;
				}
				int first = SHORT[c];
				int second = SHORT[d];
				if (first == 0 || second == 0) {
					break;
				}
				FOUR_BYTES.set(out, end, first & 0xFFFF | (second & 0xFFFF) << (first >> 16));
				end += (first >> 16) + (second >> 16) >> 3;
			}
			if (i < stop) {
				char c = chars[i++];
				if (Character.isHighSurrogate(c) && i < this.count && Character.isLowSurrogate(chars[i])) {
					end = pair(Character.toCodePoint(c, chars[i++]), out, end);
				}
				else {
					end = single(c, out, end);
				}
			}
		}
		this.next = i;
		return end;
	}

	/** Copy the next stretch, without tearing a character apart. */
	private void copy() {
		int end = Math.min(this.copied + this.chars.length, this.text.length());
		if (end < this.text.length() && Character.isHighSurrogate(this.text.charAt(end - 1))) {
			end--;
		}
		this.text.getChars(this.copied, end, this.chars, 0);
		this.count = end - this.copied;
		this.next = 0;
		this.copied = end;
	}

	private static int single(char c, byte[] out, int at) {
		int bytes = (c < SHORT.length) ? SHORT[c] : 0;
		if (bytes != 0) {
			out[at] = (byte) bytes;
			out[at + 1] = (byte) (bytes >> 8);
			return at + (bytes >> 19);
		}
		if (c < ' ' || Character.isSurrogate(c)) {
			// Half a character, as a text that was cut has it, is no UTF-8.
			return byNumber(c, out, at);
		}
		out[at] = (byte) (0xE0 | c >> 12);
		out[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
		out[at + 2] = (byte) (0x80 | c & 0x3F);
		return at + 3;
	}

	private static int pair(int codePoint, byte[] out, int at) {
		out[at] = (byte) (0xF0 | codePoint >> 18);
		out[at + 1] = (byte) (0x80 | codePoint >> 12 & 0x3F);
		out[at + 2] = (byte) (0x80 | codePoint >> 6 & 0x3F);
		out[at + 3] = (byte) (0x80 | codePoint & 0x3F);
		return at + 4;
	}

	private static int byNumber(char c, byte[] out, int at) {
		out[at] = '\\';
		out[at + 1] = 'u';
		out[at + 2] = HEX[c >> 12];
		out[at + 3] = HEX[c >> 8 & 0xF];
		out[at + 4] = HEX[c >> 4 & 0xF];
		out[at + 5] = HEX[c & 0xF];
		return at + 6;
	}

}
