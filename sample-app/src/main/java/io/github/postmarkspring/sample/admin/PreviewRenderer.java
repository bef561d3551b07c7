package io.github.postmarkspring.sample.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.postmarkspring.client.template.ContentValidation;
import io.github.postmarkspring.client.template.Template;
import io.github.postmarkspring.client.template.TemplateTrial;
import io.github.postmarkspring.client.template.TemplateValidation;
import io.github.postmarkspring.client.template.Templates;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Lets Postmark render a template, so that what is seen is what would be sent.
 */
@Component
class PreviewRenderer {

	private final JsonMapper json;

	PreviewRenderer(JsonMapper json) {
		this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
	}

	/**
	 * Render a template.
	 * @param templates the templates of its server
	 * @param templateId its id
	 * @param model a JSON object; if it is blank, the model that Postmark suggests
	 * @return the rendered template, or what is wrong with it
	 */
	Preview render(Templates templates, long templateId, String model) {
		Template template = templates.get(templateId);
		TemplateTrial trial = trial(template);
		if (model.isBlank()) {
			Map<String, Object> suggested = templates.validate(trial).suggestedTemplateModel();
			return rendered(template, this.json.writeValueAsString(suggested),
					templates.validate(trial.model(suggested)));
		}
		try {
			Map<String, Object> typed = this.json.readValue(model, new TypeReference<Map<String, Object>>() {
			});
			return rendered(template, model, templates.validate(trial.model(typed)));
		}
		catch (JacksonException ex) {
			return new Preview(template.templateId(), template.name(), model, null, null, null,
					List.of("The model is not a JSON object: " + ex.getOriginalMessage()));
		}
	}

	private static TemplateTrial trial(Template template) {
		TemplateTrial trial = TemplateTrial.create();
		trial = (template.type() != null) ? trial.type(template.type()) : trial;
		trial = (template.subject() != null) ? trial.subject(template.subject()) : trial;
		trial = (template.htmlBody() != null) ? trial.htmlBody(template.htmlBody()) : trial;
		trial = (template.textBody() != null) ? trial.textBody(template.textBody()) : trial;
		return (template.layoutTemplate() != null) ? trial.layoutTemplate(template.layoutTemplate()) : trial;
	}

	private static Preview rendered(Template template, String model, TemplateValidation validation) {
		List<String> problems = Stream.of(validation.subject(), validation.htmlBody(), validation.textBody())
			.filter(Objects::nonNull)
			.flatMap((part) -> part.validationErrors().stream())
			.map((error) -> error.message())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return new Preview(template.templateId(), template.name(), model, content(validation.subject()),
				content(validation.htmlBody()), content(validation.textBody()), problems);
	}

	private static @Nullable String content(@Nullable ContentValidation part) {
		return (part != null) ? part.renderedContent() : null;
	}

}
