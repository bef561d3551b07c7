package io.github.postmarkspring.client.http;

import java.util.regex.Pattern;

/**
 * Makes text that somebody else wrote fit for an exception, and so for a log.
 *
 * @since 0.1.0
 */
public final class ForeignText {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	// Beside control characters those that break or turn a line.
	private static final Pattern UNFIT = Pattern
		.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

	private ForeignText() {
	}

	/**
	 * Return the text as one line of bounded length, without control characters.
	 * @param text the text
	 * @param maxLength the length to cut it at
	 * @return the text to show
	 */
	public static String oneLine(String text, int maxLength) {
		String start = (text.length() > maxLength) ? text.substring(0, maxLength) + "…" : text;
		return UNFIT.matcher(SPACE.matcher(start).replaceAll(" ")).replaceAll("?").strip();
	}

}
