package io.github.postmarkspring.boot.autoconfigure;

import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Says what is wrong with properties that stand together, with their names as they are
 * set.
 */
final class InvalidSetting {

	private static final Pattern NAME = Pattern.compile("'([a-zA-Z-]+)'");

	private InvalidSetting() {
	}

	/**
	 * Create what to throw.
	 * @param prefix what the names begin with
	 * @param problem what is wrong, with names in quotes and nothing else
	 */
	static FailureAnalyzedException in(String prefix, IllegalArgumentException problem) {
		String text = NAME.matcher(String.valueOf(problem.getMessage()))
			.replaceAll((name) -> "'" + prefix + "." + DataObjectPropertyName.toDashedForm(name.group(1)) + "'");
		return new FailureAnalyzedException("The property " + text + ".", "Correct it, or leave it out.", problem);
	}

}
