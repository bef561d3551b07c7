package io.github.postmarkspring.emulator.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A way through the model, such as {@code ../customer.name}.
 *
 * @param text the path as written
 * @param up how many times {@code ../}
 * @param names the keys to follow from there, none for {@code .}
 */
record ModelPath(String text, int up, List<String> names) {

	private static final String PARENT = "../";

	// Far beyond any honest path, and a bound for what one step of rendering can cost.
	private static final int MOST_STEPS = 32;

	private static final int LONGEST = 1000;

	/**
	 * Reads a path.
	 * @param text the path, with spaces around it or not
	 * @return the path, or {@code null} if it is not valid
	 */
	static @Nullable ModelPath parse(String text) {
		String path = text.strip();
		if (path.length() > LONGEST) {
			return null;
		}
		int up = 0;
		while (path.startsWith(PARENT, up * PARENT.length())) {
			up++;
		}
		String rest = path.substring(up * PARENT.length());
		if (rest.equals(".")) {
			return new ModelPath(path, up, List.of());
		}
		List<String> names = List.of(rest.split("\\.", -1));
		boolean valid = up + names.size() <= MOST_STEPS && names.stream().allMatch(ModelPath::isName);
		return valid ? new ModelPath(path, up, names) : null;
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && name.codePoints().allMatch((ch) -> Character.isLetterOrDigit(ch) || ch == '_');
	}

}
