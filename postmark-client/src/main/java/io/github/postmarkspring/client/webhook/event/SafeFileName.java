package io.github.postmarkspring.client.webhook.event;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes a name that a stranger gave fit for a directory of ours, on any system.
 */
final class SafeFileName {

	// File systems take 255 bytes, and a character is four at most.
	private static final int MAX_LENGTH = 60;

	// Enough of the end for any name, so that the patterns cannot be kept busy.
	private static final int MAX_GIVEN = 500;

	// Control and format characters: some turn the direction of a text, so that an
	// extension looks like another.
	private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]");

	private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");

	private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

	private SafeFileName() {
	}

	static String of(@Nullable String name) {
		String given = (name != null) ? name.substring(Math.max(0, name.length() - MAX_GIVEN)) : "";
		String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		String clean = trim(UNFIT.matcher(last).replaceAll("_"));
		String shorter = trim(shorten(clean));
		if (shorter.isEmpty()) {
			return "attachment";
		}
		return DEVICE.matcher(shorter).matches() ? "_" + shorter : shorter;
	}

	private static String trim(String name) {
		return EDGES.matcher(name).replaceAll("");
	}

	/**
	 * Cut the name and not the extension, unless that is no extension but a trick.
	 */
	private static String shorten(String name) {
		int[] points = name.codePoints().toArray();
		if (points.length <= MAX_LENGTH) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String extension = (dot >= 0 && name.length() - dot <= 10) ? name.substring(dot) : "";
		int kept = MAX_LENGTH - extension.codePointCount(0, extension.length());
		return new String(points, 0, kept) + extension;
	}

}
