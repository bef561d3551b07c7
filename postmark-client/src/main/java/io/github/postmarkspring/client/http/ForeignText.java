package io.github.postmarkspring.client.http;

import java.util.regex.Pattern;

/**
 * Makes text that somebody else wrote fit for an exception, and so for a log.
 *
 * @since 0.1.0
 */
public final class ForeignText {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	// Control characters, also those that terminals take for such, and what breaks or
	// turns a line or cannot be seen. Some scripts join letters by them, which is no loss
	// here.
	private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

	private ForeignText() {
	}

	/**
	 * Return the text as one line of bounded length, without characters that control a
	 * terminal or cannot be seen.
	 * @param text the text
	 * @param maxLength the length to cut it at
	 * @return the text to show
	 */
	public static String oneLine(String text, int maxLength) {
		String start = (text.length() > maxLength) ? text.substring(0, maxLength) + "…" : text;
		return UNFIT.matcher(SPACE.matcher(start).replaceAll(" ")).replaceAll("?").strip();
	}

}
