package io.github.postmarkspring.emulator.email;

import java.util.List;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.template.RenderedContent;
import io.github.postmarkspring.emulator.template.TemplateContent;
import io.github.postmarkspring.emulator.template.TemplateStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the content of a bulk request for one entry: a template of the server, or the
 * subject and bodies of the request, which are templates too.
 */
final class BulkTemplates {

	private static final List<String> CONTENT = List.of("Subject", "HtmlBody", "TextBody");

	private BulkTemplates() {
	}

	/**
	 * Renders a message in place.
	 * @param server the server that sends
	 * @param email the message, in the form of {@code POST /email}, but with the fields
	 * of the bulk request that it does not have
	 * @param model the {@code TemplateModel} of the entry, an empty object if there is
	 * none
	 * @return whether it could be rendered
	 * @throws ApiException if there is nothing to render
	 */
	static boolean render(EmulatedServer server, ObjectNode email, JsonNode model) {
		JsonFields fields = JsonFields.of(email, "$");
		TemplateUse use = TemplateUse.read(fields);
		boolean templated = use.id() != null || use.alias() != null;
		if (templated && CONTENT.stream().anyMatch((name) -> fields.text(name) != null)) {
			throw ApiException.unprocessable(1123,
					"'Subject', 'HtmlBody' and 'TextBody' cannot be used together with a template.");
		}
		TemplateContent content = templated ? TemplateStore.of(server).content(use.id(), use.alias())
				: new TemplateContent(fields.text("Subject"), fields.text("HtmlBody"), fields.text("TextBody"), null,
						null);
		if (!content.errors().isEmpty()) {
			throw ApiException.unprocessable(1122, "The content of the request is no valid template.");
		}
		RenderedContent rendered = content.render(model);
		if (rendered.failure() != null) {
			return false;
		}
		email.remove(email.propertyStream()
			.map((field) -> field.getKey())
			.filter((key) -> CONTENT.stream().anyMatch(key::equalsIgnoreCase))
			.toList());
		email.put("Subject", rendered.subject());
		email.put("HtmlBody", rendered.htmlBody());
		email.put("TextBody", rendered.textBody());
		return true;
	}

}
