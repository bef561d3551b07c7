package io.github.postmarkspring.emulator.template;

/**
 * A piece of a template: plain text, or one tag.
 *
 * @param kind what it is
 * @param value the text, or what is said inside the tag's braces without its sign
 * @param offset where it begins in the source
 */
record Token(Kind kind, String value, int offset) {

	enum Kind {

		TEXT, VALUE, RAW_VALUE, OPEN, OPEN_INVERTED, OPEN_EACH, CLOSE, CLOSE_EACH

	}

}
