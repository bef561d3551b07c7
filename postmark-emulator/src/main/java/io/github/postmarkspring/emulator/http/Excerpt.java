package io.github.postmarkspring.emulator.http;

/**
 * The beginning of a text.
 *
 * @since 0.1.0
 */
public final class Excerpt {

	private Excerpt() {
	}

	/**
	 * Cuts a text. Half of a surrogate pair is never left over: it could not be written
	 * as UTF-8.
	 * @param text the text
	 * @param length how many UTF-16 units to keep at most
	 * @return the text itself if it is not longer
	 */
	public static String of(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
	}

}
