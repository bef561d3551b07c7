package io.github.postmarkspring.emulator.template;

import java.io.Serial;

/**
 * The template and the model do not go together, or make too much of each other.
 */
final class RenderingException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String text;

	RenderingException(String text) {
		super(text, null, false, false);
		this.text = text;
	}

	String text() {
		return this.text;
	}

}
