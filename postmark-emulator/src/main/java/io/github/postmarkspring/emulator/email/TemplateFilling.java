package io.github.postmarkspring.emulator.email;

import java.util.Set;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.template.RenderedContent;
import io.github.postmarkspring.emulator.template.TemplateStore;
import tools.jackson.databind.JsonNode;

/**
 * Gives a message the subject and bodies that its template makes of its model.
 *
 * @see <a href="https://postmarkapp.com/developer/api/templates-api#email-with-template">
 * Sending with a template</a>
 */
final class TemplateFilling {

	private static final int MAX_MODEL = 5 * 1024 * 1024;

	// Postmark does not say which keys it reserves. These mean something in a template.
	private static final Set<String> RESERVED = Set.of("@content", "pm:unsubscribe", "pm:unsubscribe_url");

	private final TemplateStore templates;

	TemplateFilling(TemplateStore templates) {
		this.templates = templates;
	}

	/**
	 * Fills in the content. A message whose template does not go together with its model
	 * is accepted all the same, and bounces. What the mailbox then shows says why.
	 * @param request any message, of which one without a template stays as it is
	 * @throws ApiException with a code of 1101 or 1120 to 1123 if there is nothing to
	 * render
	 */
	EmailRequest fill(EmailRequest request) {
		TemplateUse use = request.template();
		if (use == null) {
			return request;
		}
		if (request.subject() != null || request.htmlBody() != null || request.textBody() != null) {
			throw ApiException.unprocessable(1123,
					"'Subject', 'HtmlBody' and 'TextBody' cannot be used together with a template.");
		}
		if (use.id() == null && use.alias() == null) {
			throw ApiException.unprocessable(1101, "A 'TemplateId' or a 'TemplateAlias' is required.");
		}
		JsonNode model = checked(use);
		RenderedContent content = this.templates.content(use.id(), use.alias()).render(model);
		if (content.failure() != null) {
			return request.withFailure("Template rendering failed: " + content.failure());
		}
		return request.withContent(content.subject(), content.htmlBody(), content.textBody());
	}

	private static JsonNode checked(TemplateUse use) {
		JsonNode model = use.model();
		if (model == null) {
			throw ApiException.unprocessable(1120,
					"A 'TemplateModel' is required when using a template to send an email.");
		}
		if (length(model) > MAX_MODEL) {
			throw ApiException.unprocessable(1121, "'TemplateModel' is limited to " + MAX_MODEL + " characters.");
		}
		for (String key : model.propertyNames()) {
			if (RESERVED.contains(key)) {
				throw ApiException.unprocessable(1122, "The key '" + key + "' of the 'TemplateModel' is reserved.");
			}
		}
		return model;
	}

	private static long length(JsonNode node) {
		if (!node.isContainer()) {
			return node.asString().length();
		}
		long length = 0;
		for (String key : node.propertyNames()) {
			length += key.length();
		}
		for (JsonNode child : node) {
			length += length(child);
		}
		return length;
	}

}
