package io.github.postmarkspring.emulator.template;

import java.util.List;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Checks a template by itself, before it is kept.
 *
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Templates API</a>
 */
final class TemplateCheck {

	private static final Pattern ALIAS = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

	// Postmark has limits but does not publish them.
	private static final int MAX_NAME = 255;

	private static final int MAX_SUBJECT = 2000;

	private static final int MAX_BODY = 1024 * 1024;

	private TemplateCheck() {
	}

	/**
	 * Checks everything that does not depend on other templates.
	 * @throws ApiException with a code of 1120 to 1123 or 1131
	 */
	static void check(Template template, TemplateDraft draft) {
		if (template.name().isEmpty()) {
			throw missing("A template must have a 'Name'.");
		}
		alias(template.alias());
		length("Name", template.name(), MAX_NAME);
		length("Alias", template.alias(), MAX_NAME);
		length("Subject", template.subject(), MAX_SUBJECT);
		length("HtmlBody", template.htmlBody(), MAX_BODY);
		length("TextBody", template.textBody(), MAX_BODY);
		if (template.isLayout() && (!template.subject().isEmpty() || draft.layout() != null)) {
			throw ApiException.unprocessable(1123,
					"A template of type 'Layout' can have neither a 'Subject' nor a 'LayoutTemplate'.");
		}
		if (!template.isLayout() && template.subject().isBlank()) {
			throw missing("A template of type 'Standard' must have a 'Subject'.");
		}
		if (template.htmlBody().isEmpty() && template.textBody().isEmpty()) {
			throw missing("A template must have an 'HtmlBody' or a 'TextBody', or both.");
		}
		content("Subject", template.subject(), false);
		content("HtmlBody", template.htmlBody(), template.isLayout());
		content("TextBody", template.textBody(), template.isLayout());
	}

	private static void alias(@Nullable String alias) {
		if (alias != null && !ALIAS.matcher(alias).matches()) {
			throw ApiException.unprocessable(1122, "The 'Alias' '" + ApiException.quote(alias)
					+ "' is not valid: it must begin with a letter and consist of letters, digits, '.', '-' and '_'.");
		}
	}

	private static void length(String field, @Nullable String value, int max) {
		if (value != null && value.length() > max) {
			throw ApiException.unprocessable(1121, "'" + field + "' is limited to " + max + " characters.");
		}
	}

	private static void content(String field, String source, boolean layout) {
		if (source.isEmpty()) {
			return;
		}
		ParsedText parsed = TemplateParser.parse(source, layout);
		List<TemplateError> errors = parsed.errors();
		if (!errors.isEmpty()) {
			throw ApiException.unprocessable(1122, "The '" + field + "' is not valid: " + errors.get(0));
		}
		if (layout && parsed.slots() != 1) {
			throw ApiException.unprocessable(1131, TemplatePart.SLOT_RULE);
		}
	}

	private static ApiException missing(String message) {
		return ApiException.unprocessable(1120, message);
	}

}
