package io.github.postmarkspring.emulator.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a template into text and tags, in one pass. Braces that do not make a complete tag
 * are text.
 */
final class Tokenizer {

	// Postmark puts the recipient's own link here when it delivers, not when it renders.
	private static final Set<String> LEFT_FOR_DELIVERY = Set.of("pm:unsubscribe", "pm:unsubscribe_url");

	private final String source;

	private final List<Token> tokens = new ArrayList<>();

	private int textStart;

	private Tokenizer(String source) {
		this.source = source;
	}

	static List<Token> tokenize(String source) {
		return new Tokenizer(source).run();
	}

	private List<Token> run() {
		int open = this.source.indexOf("{{");
		while (open >= 0) {
			open = this.source.indexOf("{{", tag(open));
		}
		text(this.source.length());
		return this.tokens;
	}

	/**
	 * Reads the tag that seems to begin here.
	 * @return where to look for the next one
	 */
	private int tag(int open) {
		int braces = this.source.startsWith("{{{", open) ? 3 : 2;
		int start = open + braces;
		int end = start;
		while (end < this.source.length() && this.source.charAt(end) != '{' && this.source.charAt(end) != '}') {
			end++;
		}
		if (end > start && this.source.startsWith("}".repeat(braces), end)) {
			String inside = this.source.substring(start, end);
			if (braces == 3 && LEFT_FOR_DELIVERY.contains(inside.strip())) {
				return end + braces;
			}
			text(open);
			add(inside, open, braces == 3);
			this.textStart = end + braces;
			return this.textStart;
		}
		// "{{{a}}" is a brace and then a tag.
		return (braces == 3) ? open + 1 : end;
	}

	private void add(String inside, int open, boolean raw) {
		if (raw) {
			add(Token.Kind.RAW_VALUE, inside, open);
			return;
		}
		String rest = inside.substring(1);
		switch (inside.charAt(0)) {
			case '!' -> {
			}
			case '&' -> add(Token.Kind.RAW_VALUE, rest, open);
			case '^' -> add(Token.Kind.OPEN_INVERTED, rest, open);
			case '#' -> {
				// Whatever begins with "each" is meant for a loop, "eachOne" too.
				boolean each = rest.startsWith("each");
				add(each ? Token.Kind.OPEN_EACH : Token.Kind.OPEN, each ? rest.substring(4) : rest, open);
			}
			case '/' -> add(rest.equals("each") ? Token.Kind.CLOSE_EACH : Token.Kind.CLOSE, rest, open);
			default -> add(Token.Kind.VALUE, inside, open);
		}
	}

	private void add(Token.Kind kind, String value, int open) {
		this.tokens.add(new Token(kind, value, open));
	}

	private void text(int end) {
		if (end > this.textStart) {
			this.tokens.add(new Token(Token.Kind.TEXT, this.source.substring(this.textStart, end), this.textStart));
		}
	}

}
