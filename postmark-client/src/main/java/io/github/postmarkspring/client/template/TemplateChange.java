package io.github.postmarkspring.client.template;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * What to change of a template. What is not said stays.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class TemplateChange extends JsonRequest<TemplateChange> {

	private TemplateChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a change of nothing.
	 * @return the request
	 */
	public static TemplateChange create() {
		return new TemplateChange(Map.of());
	}

	@Override
	protected TemplateChange with(Map<String, Object> fields) {
		return new TemplateChange(fields);
	}

	/**
	 * Set the name, for people.
	 * @param name the name
	 * @return a new request
	 */
	public TemplateChange name(String name) {
		return field("Name", name);
	}

	/**
	 * Set the alias: a letter, then letters, digits, {@code .}, {@code _} and {@code
	 * -}; unique in the server.
	 * @param alias the alias
	 * @return a new request
	 */
	public TemplateChange alias(String alias) {
		return field("Alias", alias);
	}

	/**
	 * Set the subject.
	 * @param subject the subject
	 * @return a new request
	 */
	public TemplateChange subject(String subject) {
		return field("Subject", subject);
	}

	/**
	 * Set the HTML body.
	 * @param htmlBody the HTML body
	 * @return a new request
	 */
	public TemplateChange htmlBody(String htmlBody) {
		return field("HtmlBody", htmlBody);
	}

	/**
	 * Set the text body.
	 * @param textBody the text body
	 * @return a new request
	 */
	public TemplateChange textBody(String textBody) {
		return field("TextBody", textBody);
	}

	/**
	 * Set the alias of the layout around it; an empty text takes it away.
	 * @param layoutTemplate the alias of the layout around it
	 * @return a new request
	 */
	public TemplateChange layoutTemplate(String layoutTemplate) {
		return field("LayoutTemplate", layoutTemplate);
	}

}
