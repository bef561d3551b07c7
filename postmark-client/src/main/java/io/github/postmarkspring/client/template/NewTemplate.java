package io.github.postmarkspring.client.template;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A template to create. A standard one needs a subject; either needs at least one body.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class NewTemplate extends JsonRequest<NewTemplate> {

	private NewTemplate(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a message.
	 * @param name the name, for people
	 * @param subject the subject, which may have placeholders
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewTemplate standard(String name, String subject) {
		return new NewTemplate(Map.of()).field("Name", required("name", name))
			.field("Subject", required("subject", subject))
			.field("TemplateType", TemplateType.STANDARD);
	}

	/**
	 * Create a frame that messages share. Each body must have
	 * <code>{{{ &#64;content }}}</code> exactly once.
	 * @param name the name, for people
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewTemplate layout(String name) {
		return new NewTemplate(Map.of()).field("Name", required("name", name))
			.field("TemplateType", TemplateType.LAYOUT);
	}

	@Override
	protected NewTemplate with(Map<String, Object> fields) {
		return new NewTemplate(fields);
	}

	/**
	 * Set the alias: a letter, then letters, digits, {@code .}, {@code _} and {@code
	 * -}; unique in the server.
	 * @param alias the alias
	 * @return a new request
	 */
	public NewTemplate alias(String alias) {
		return field("Alias", alias);
	}

	/**
	 * Set the HTML body.
	 * @param htmlBody the HTML body
	 * @return a new request
	 */
	public NewTemplate htmlBody(String htmlBody) {
		return field("HtmlBody", htmlBody);
	}

	/**
	 * Set the text body.
	 * @param textBody the text body
	 * @return a new request
	 */
	public NewTemplate textBody(String textBody) {
		return field("TextBody", textBody);
	}

	/**
	 * Set the alias of the layout around it.
	 * @param layoutTemplate the alias of the layout around it
	 * @return a new request
	 */
	public NewTemplate layoutTemplate(String layoutTemplate) {
		return field("LayoutTemplate", layoutTemplate);
	}

}
