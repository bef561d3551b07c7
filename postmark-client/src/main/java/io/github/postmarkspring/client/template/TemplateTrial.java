package io.github.postmarkspring.client.template;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * Content to validate and render. It needs at least one of subject and bodies.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class TemplateTrial extends JsonRequest<TemplateTrial> {

	private TemplateTrial(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a trial of nothing yet.
	 * @return the request
	 */
	public static TemplateTrial create() {
		return new TemplateTrial(Map.of());
	}

	@Override
	protected TemplateTrial with(Map<String, Object> fields) {
		return new TemplateTrial(fields);
	}

	/**
	 * Set the subject.
	 * @param subject the subject
	 * @return a new request
	 */
	public TemplateTrial subject(String subject) {
		return field("Subject", subject);
	}

	/**
	 * Set the HTML body.
	 * @param htmlBody the HTML body
	 * @return a new request
	 */
	public TemplateTrial htmlBody(String htmlBody) {
		return field("HtmlBody", htmlBody);
	}

	/**
	 * Set the text body.
	 * @param textBody the text body
	 * @return a new request
	 */
	public TemplateTrial textBody(String textBody) {
		return field("TextBody", textBody);
	}

	/**
	 * Set the model to render with: a map, or anything that becomes a JSON object.
	 * @param model the model to render with
	 * @return a new request
	 */
	public TemplateTrial model(Object model) {
		return field("TestRenderModel", model);
	}

	/**
	 * Set whether styles are moved into the elements of the rendered HTML body; {@code
	 * true} unless told otherwise.
	 * @param inlineCss whether styles are moved into the elements of the rendered HTML
	 * body
	 * @return a new request
	 */
	public TemplateTrial inlineCss(boolean inlineCss) {
		return field("InlineCssForHtmlTestRender", inlineCss);
	}

	/**
	 * Set what it is for; a message unless told otherwise.
	 * @param type what it is for
	 * @return a new request
	 */
	public TemplateTrial type(TemplateType type) {
		return field("TemplateType", type);
	}

	/**
	 * Set the alias of the layout around it.
	 * @param layoutTemplate the alias of the layout around it
	 * @return a new request
	 */
	public TemplateTrial layoutTemplate(String layoutTemplate) {
		return field("LayoutTemplate", layoutTemplate);
	}

}
