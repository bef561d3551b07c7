package io.github.postmarkspring.emulator.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of a template's tags. The language is Mustachio's, and the parser is our
 * own, although there are good engines for Mustache and Handlebars: here {@code #} never
 * loops, {@code #each} does but adds two levels to {@code ../}, outer scopes are never
 * searched, {@code ^} may end a section, names are checked, and errors have Mustachio's
 * texts and positions. An engine bent that far would have nothing left of its own, and
 * would be one more library on an application's classpath, where Spring Boot may take it
 * for the application's choice of a view technology.
 *
 * @see <a href="https://postmarkapp.com/support/article/1077">Template syntax</a>
 */
final class TemplateParser {

	private static final String SLOT = "@content";

	private static final int DEEPEST = 100;

	private static final int MOST_ERRORS = 100;

	private final String source;

	private final boolean layout;

	private final List<TemplateError> errors = new ArrayList<>();

	private final Deque<Block> open = new ArrayDeque<>();

	private List<Node> nodes = new ArrayList<>();

	private int slots;

	private TemplateParser(String source, boolean layout) {
		this.source = source;
		this.layout = layout;
	}

	/**
	 * Parses a template.
	 * @param source the subject or body
	 * @param layout whether it is a layout's, and so may have a place for content
	 */
	static ParsedText parse(String source, boolean layout) {
		return new TemplateParser(source, layout).run();
	}

	private ParsedText run() {
		for (Token token : Tokenizer.tokenize(this.source)) {
			add(token);
			if (this.open.size() > DEEPEST) {
				error("The template is nested deeper than " + DEEPEST + " levels.", token);
				break;
			}
		}
		boolean read = this.open.size() <= DEEPEST;
		while (!this.open.isEmpty()) {
			Block block = this.open.peek();
			if (read) {
				error("A scope block to the following path was opened but not closed: '" + block.name()
						+ "', please close it using the appropriate syntax.", block.token());
			}
			close();
		}
		return new ParsedText(this.nodes, this.errors, this.slots);
	}

	private void add(Token token) {
		switch (token.kind()) {
			case TEXT -> this.nodes.add(new Node.Text(token.value()));
			case VALUE -> value(token, false);
			case RAW_VALUE -> {
				if (this.layout && token.value().strip().equals(SLOT)) {
					this.slots++;
					this.nodes.add(new Node.Slot());
				}
				else {
					value(token, true);
				}
			}
			case OPEN -> open(token);
			case OPEN_INVERTED -> {
				// The nearest thing to "else".
				if (isOpen(token.value())) {
					close();
				}
				open(token);
			}
			case OPEN_EACH -> {
				if (token.value().isBlank() || !Character.isWhitespace(token.value().charAt(0))) {
					error("A loop must name what it loops over, as in '{{#each list}}'.", token);
				}
				open(token);
			}
			case CLOSE -> close(isOpen(token.value()), token);
			case CLOSE_EACH -> close(this.open.peek() != null && this.open.peek().isLoop(), token);
		}
	}

	private void value(Token token, boolean raw) {
		ModelPath path = path(token);
		if (path != null) {
			this.nodes.add(new Node.Value(path, raw));
		}
	}

	private void open(Token token) {
		this.open.push(new Block(token, path(token), this.nodes));
		this.nodes = new ArrayList<>();
	}

	private void close(boolean fits, Token token) {
		if (fits) {
			close();
		}
		else {
			error("It appears that open and closing elements are mismatched.", token);
		}
	}

	private void close() {
		Block block = this.open.pop();
		List<Node> children = this.nodes;
		this.nodes = block.outer();
		ModelPath path = block.path();
		if (path != null) {
			boolean inverted = block.token().kind() == Token.Kind.OPEN_INVERTED;
			this.nodes.add(block.isLoop() ? new Node.Each(path, children) : new Node.Section(path, inverted, children));
		}
	}

	private boolean isOpen(String name) {
		Block block = this.open.peek();
		return block != null && !block.isLoop() && block.name().equals(name.strip());
	}

	private @Nullable ModelPath path(Token token) {
		ModelPath path = ModelPath.parse(token.value());
		// A loop without a name is an error already.
		if (path == null && !(token.kind() == Token.Kind.OPEN_EACH && token.value().isBlank())) {
			error("The path '" + ApiException.quote(token.value().strip())
					+ "' is not valid. Please see documentation for examples of valid paths.", token);
		}
		return path;
	}

	private void error(String message, Token token) {
		if (this.errors.size() < MOST_ERRORS) {
			this.errors.add(TemplateError.at(message, this.source, token.offset()));
		}
	}

	/**
	 * A section or loop that is not closed yet.
	 *
	 * @param token where it was opened
	 * @param path what it is about, unless that is not valid
	 * @param outer the nodes around it
	 */
	private record Block(Token token, @Nullable ModelPath path, List<Node> outer) {

		String name() {
			return this.token.value().strip();
		}

		boolean isLoop() {
			return this.token.kind() == Token.Kind.OPEN_EACH;
		}

	}

}
