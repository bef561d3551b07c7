package io.github.postmarkspring.emulator.template;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The subject or one of the bodies, together with the layout around it.
 *
 * @param layout the layout's nodes: a slot alone if there is no layout
 * @param content the nodes of the part itself
 * @param errors what is wrong with the part itself
 * @param html whether values are encoded
 */
record TemplatePart(List<Node> layout, List<Node> content, List<TemplateError> errors, boolean html) {

	private static final List<Node> NO_LAYOUT = List.of(new Node.Slot());

	static final String SLOT_RULE = "A layout must contain the placeholder '{{{ @content }}}' exactly once.";

	/**
	 * Returns a part of a template that is no layout.
	 * @param source what it says
	 * @param layout what the layout says here, or {@code null}
	 */
	static TemplatePart of(String source, @Nullable String layout, boolean html) {
		ParsedText parsed = TemplateParser.parse(source, false);
		List<Node> around = (layout != null) ? TemplateParser.parse(layout, true).nodes() : NO_LAYOUT;
		return new TemplatePart(around, parsed.nodes(), parsed.errors(), html);
	}

	/**
	 * Returns a body of a layout, with nothing in its slot.
	 */
	static TemplatePart ofLayout(String source, boolean html) {
		ParsedText parsed = TemplateParser.parse(source, true);
		List<TemplateError> errors = new ArrayList<>(parsed.errors());
		if (parsed.slots() != 1) {
			errors.add(TemplateError.ofAll(SLOT_RULE));
		}
		return new TemplatePart(parsed.nodes(), List.of(), errors, html);
	}

	void addTo(ModelSuggestion suggestion) {
		suggestion.add(this.layout, this.content);
	}

	/**
	 * Renders the part.
	 * @throws RenderingException if the model does not fit, or a bound is exceeded
	 */
	String render(JsonNode model) {
		return Renderer.render(this.layout, this.content, model, this.html);
	}

}
