package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was sent, to be created or to change another: what was not sent is
 * {@code null}.
 *
 * @param name the name
 * @param alias the alias, perhaps empty
 * @param subject the subject
 * @param htmlBody the HTML
 * @param textBody the plain text
 * @param type the type
 * @param layoutSent whether anything was said about the layout, {@code null} too
 * @param layout the alias of the layout
 */
record TemplateDraft(@Nullable String name, @Nullable String alias, @Nullable String subject, @Nullable String htmlBody,
		@Nullable String textBody, @Nullable TemplateType type, boolean layoutSent, @Nullable String layout) {

	/**
	 * Reads the body of a request.
	 * @throws ApiException with code 1109 if there is none, 403 if a field is of another
	 * type than documented, and 1122 if there is no such type of template
	 */
	static TemplateDraft read(Request request) {
		JsonFields fields = JsonFields.of(RequestJson.of(request), "$");
		String type = fields.text("TemplateType");
		return new TemplateDraft(fields.rawText("Name"), fields.rawText("Alias"), fields.rawText("Subject"),
				fields.rawText("HtmlBody"), fields.rawText("TextBody"),
				(type != null) ? TemplateType.of(type, 1122) : null, fields.has("LayoutTemplate"),
				fields.text("LayoutTemplate"));
	}

	/**
	 * Returns a template with everything that was sent in place of what it has. Its
	 * layout is left for the store to find.
	 */
	Template over(Template template) {
		return new Template(template.id(), either(this.name, template.name()).strip(),
				(this.alias != null) ? this.alias : template.alias(), template.type(),
				either(this.subject, template.subject()), either(this.htmlBody, template.htmlBody()),
				either(this.textBody, template.textBody()), template.layout(), template.active());
	}

	private static String either(@Nullable String sent, String present) {
		return (sent != null) ? sent : present;
	}

}
