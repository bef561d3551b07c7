package io.github.postmarkspring.emulator.template;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tries out a template that is not stored: parses it, makes up what the test model lacks,
 * and renders it with that.
 */
final class TemplateValidation {

	private final TemplateStore store;

	TemplateValidation(TemplateStore store) {
		this.store = store;
	}

	Response validate(Request request) {
		JsonFields fields = JsonFields.of(RequestJson.of(request), "$");
		String subject = fields.text("Subject");
		String htmlBody = fields.text("HtmlBody");
		String textBody = fields.text("TextBody");
		if (subject == null && htmlBody == null && textBody == null) {
			throw ApiException.unprocessable(1120,
					"A 'Subject', an 'HtmlBody' or a 'TextBody' is required to validate a template.");
		}
		JsonNode testModel = fields.model("TestRenderModel");
		// Taken, but styles stay where they are.
		fields.flag("InlineCssForHtmlTestRender");
		boolean isLayout = TemplateType.of(fields.text("TemplateType"), 1122) == TemplateType.LAYOUT;
		String layout = fields.text("LayoutTemplate");
		if (isLayout && (layout != null || subject != null)) {
			throw ApiException.unprocessable(1123,
					"A template of type 'Layout' can have neither a 'Subject' nor a 'LayoutTemplate'.");
		}
		TemplateContent content = this.store.content(subject, htmlBody, textBody, layout);
		Part html = new Part("HtmlBody", isLayout ? layoutPart(htmlBody, true) : content.htmlPart());
		Part text = new Part("TextBody", isLayout ? layoutPart(textBody, false) : content.textPart());
		return answer(List.of(html, text, new Part("Subject", content.subjectPart())),
				(testModel != null) ? testModel : Json.object());
	}

	private static @Nullable TemplatePart layoutPart(@Nullable String source, boolean html) {
		return (source != null) ? TemplatePart.ofLayout(source, html) : null;
	}

	private static Response answer(List<Part> parts, JsonNode testModel) {
		ModelSuggestion suggestion = new ModelSuggestion();
		for (Part part : parts) {
			if (part.template() != null) {
				part.template().addTo(suggestion);
			}
		}
		ObjectNode model = suggestion.mergedWith(testModel);
		ObjectNode json = Json.object().put("AllContentIsValid", true);
		for (Part part : parts) {
			if (part.template() == null) {
				json.putNull(part.name());
			}
			else if (!write(part.template(), model, json.putObject(part.name()))) {
				json.put("AllContentIsValid", false);
			}
		}
		json.set("SuggestedTemplateModel", model);
		return Response.json(json);
	}

	private static boolean write(TemplatePart part, JsonNode model, ObjectNode json) {
		List<TemplateError> errors = new ArrayList<>(part.errors());
		String rendered = null;
		if (errors.isEmpty()) {
			try {
				rendered = part.render(model);
			}
			catch (RenderingException ex) {
				errors.add(TemplateError.ofAll(ex.text()));
			}
		}
		json.put("ContentIsValid", errors.isEmpty());
		ArrayNode list = json.putArray("ValidationErrors");
		for (TemplateError error : errors) {
			list.addObject()
				.put("Message", error.message())
				.put("Line", error.line())
				.put("CharacterPosition", error.character());
		}
		json.put("RenderedContent", rendered);
		return errors.isEmpty();
	}

	private record Part(String name, @Nullable TemplatePart template) {

	}

}
