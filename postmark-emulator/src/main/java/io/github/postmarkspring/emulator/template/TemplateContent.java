package io.github.postmarkspring.emulator.template;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a mail is made from: a stored template and its layout, or a subject and bodies
 * that came with a request.
 *
 * @param subject the subject, if any
 * @param htmlBody the HTML, if any
 * @param textBody the plain text, if any
 * @param layoutHtmlBody what is around the HTML, if anything
 * @param layoutTextBody what is around the plain text, if anything
 * @since 0.1.0
 */
public record TemplateContent(@Nullable String subject, @Nullable String htmlBody, @Nullable String textBody,
		@Nullable String layoutHtmlBody, @Nullable String layoutTextBody) {

	/**
	 * Returns what is wrong with it, whatever the model.
	 * @return the errors of the subject, the HTML and the plain text in this order
	 */
	public List<TemplateError> errors() {
		return Stream.of(subjectPart(), htmlPart(), textPart())
			.filter(Objects::nonNull)
			.flatMap((part) -> part.errors().stream())
			.toList();
	}

	/**
	 * Renders everything there is.
	 * @param model an object
	 * @return the mail, or the reason why there is none
	 */
	public RenderedContent render(JsonNode model) {
		try {
			return new RenderedContent(render(subjectPart(), model), render(htmlPart(), model),
					render(textPart(), model), null);
		}
		catch (RenderingException ex) {
			return RenderedContent.failed(ex.text());
		}
	}

	@Nullable TemplatePart subjectPart() {
		return part(this.subject, null, false);
	}

	@Nullable TemplatePart htmlPart() {
		return part(this.htmlBody, this.layoutHtmlBody, true);
	}

	@Nullable TemplatePart textPart() {
		return part(this.textBody, this.layoutTextBody, false);
	}

	private static @Nullable TemplatePart part(@Nullable String source, @Nullable String layout, boolean html) {
		return (source != null) ? TemplatePart.of(source, layout, html) : null;
	}

	private static @Nullable String render(@Nullable TemplatePart part, JsonNode model) {
		return (part != null) ? part.render(model) : null;
	}

}
