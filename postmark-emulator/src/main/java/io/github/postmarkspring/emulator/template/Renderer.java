package io.github.postmarkspring.emulator.template;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Renders one subject or body, within bounds: loops in loops can ask for more than any
 * machine has.
 */
final class Renderer {

	// A list of a thousand lines with twenty values each takes a tenth of it.
	private static final int MOST_STEPS = 250_000;

	private static final int LONGEST = 5 * 1024 * 1024;

	private final List<Node> content;

	private final Scope root;

	private final boolean html;

	private final StringBuilder out = new StringBuilder();

	private int steps;

	private Renderer(List<Node> content, JsonNode model, boolean html) {
		this.content = content;
		this.root = new Scope(model, null);
		this.html = html;
	}

	/**
	 * Renders a template.
	 * @param layout what is around the content: a slot alone if there is no layout
	 * @param content what goes into the slot
	 * @param model the model of both
	 * @param html whether values are encoded
	 * @throws RenderingException if the model does not fit, or a bound is exceeded
	 */
	static String render(List<Node> layout, List<Node> content, JsonNode model, boolean html) {
		Renderer renderer = new Renderer(content, model, html);
		renderer.render(layout, renderer.root);
		return renderer.out.toString();
	}

	private void render(List<Node> nodes, Scope scope) {
		for (Node node : nodes) {
			step();
			if (node instanceof Node.Text text) {
				append(text.text(), false);
			}
			else if (node instanceof Node.Value value) {
				append(scope.find(value.path()).text(), this.html && !value.raw());
			}
			else if (node instanceof Node.Section section) {
				Scope inner = scope.find(section.path());
				if (inner.isTrue() != section.inverted()) {
					render(section.children(), inner);
				}
			}
			else if (node instanceof Node.Each each) {
				loop(each, scope.find(each.path()));
			}
			else {
				render(this.content, this.root);
			}
		}
	}

	private void loop(Node.Each each, Scope list) {
		JsonNode items = list.value();
		if (items == null || !list.isTrue()) {
			return;
		}
		if (!items.isArray()) {
			throw new RenderingException("'" + each.path().text()
					+ "' is used like an array by the template, but is a scalar value or object in your model.");
		}
		for (JsonNode item : items) {
			step();
			render(each.children(), new Scope(item, list));
		}
	}

	private void append(String text, boolean encode) {
		if (text.length() > LONGEST - this.out.length()) {
			throw new RenderingException("The rendered content is longer than " + LONGEST + " characters.");
		}
		if (encode) {
			HtmlEncoding.append(text, this.out);
		}
		else {
			this.out.append(text);
		}
	}

	private void step() {
		if (++this.steps > MOST_STEPS) {
			throw new RenderingException("The template takes more than " + MOST_STEPS + " steps to render.");
		}
	}

}
