package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Refuses paths that could be read in more than one way, or that two endpoints have.
 */
class PathCheck {

	private final Map<String, String> seen = new HashMap<>();

	void check(String property, String path, boolean pattern) {
		String problem = problem(path, pattern);
		if (problem != null) {
			throw new FailureAnalyzedException("The property '" + property + "' " + problem + ".",
					pattern ? "Set it to a path such as '/hooks/postmark' or '/hooks/**'."
							: "Set it to a path such as '/postmark/webhook'.");
		}
		String other = this.seen.putIfAbsent(path, property);
		if (other != null) {
			throw new FailureAnalyzedException(
					"The properties '" + other + "' and '" + property + "' are the same path.",
					"Give each a path of its own.");
		}
	}

	private static @Nullable String problem(String path, boolean pattern) {
		if (path.isBlank()) {
			return "is blank";
		}
		if (!path.startsWith("/")) {
			return "does not start with a slash";
		}
		if (path.matches("[/*]*")) {
			return "is the whole application";
		}
		if (path.endsWith("/")) {
			return "ends with a slash";
		}
		if (path.contains("//") || path.contains("/./") || path.endsWith("/.") || path.contains("..")) {
			return "has an empty part or dots in it";
		}
		if (!path.matches(pattern ? "[A-Za-z0-9/_.~*-]+" : "[A-Za-z0-9/_.~-]+")) {
			return "has a character in it other than letters, digits, '-', '_', '.', '~'" + (pattern ? " and '*'" : "");
		}
		if (pattern && !path.matches("(/([^*]+|\\*|[^*]*\\*[^*]*|\\*\\*(?=$)))+")) {
			return "has '**' elsewhere than as its last part";
		}
		return null;
	}

}
