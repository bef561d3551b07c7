package io.github.postmarkspring.client.http;

import tools.jackson.databind.PropertyNamingStrategies;

import org.springframework.util.StringUtils;

/**
 * How Postmark writes the names of fields: {@code messageId} is {@code MessageID}. Where
 * it writes one otherwise, the record says so.
 *
 * @since 0.1.0
 */
public class PostmarkNames extends PropertyNamingStrategies.NamingBase {

	private static final long serialVersionUID = 1L;

	@Override
	public String translate(String name) {
		String capitalized = StringUtils.capitalize(name);
		return capitalized.endsWith("Id") ? capitalized.substring(0, capitalized.length() - 1) + "D" : capitalized;
	}

}
