package io.github.postmarkspring.emulator.template;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a template.
 *
 * @param message what it is
 * @param line the line, from 1, or {@code null} if there is no one place
 * @param character the character in that line, from 1, or {@code null} likewise
 * @since 0.1.0
 */
public record TemplateError(String message, @Nullable Integer line, @Nullable Integer character) {

	/**
	 * Creates an error of the template as a whole.
	 */
	static TemplateError ofAll(String message) {
		return new TemplateError(message, null, null);
	}

	/**
	 * Creates an error at a place.
	 */
	static TemplateError at(String message, String source, int offset) {
		int line = 1;
		int lineStart = 0;
		for (int end = source.indexOf('\n'); end >= 0 && end < offset; end = source.indexOf('\n', end + 1)) {
			line++;
			lineStart = end + 1;
		}
		return new TemplateError(message, line, offset - lineStart + 1);
	}

	@Override
	public String toString() {
		return (this.line != null) ? this.message + " (line " + this.line + ", character " + this.character + ")"
				: this.message;
	}

}
