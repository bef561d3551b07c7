package io.github.postmarkspring.client.template;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.client.page.PagedQuery;

/**
 * Which templates to look for.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class TemplateQuery extends PagedQuery<TemplateQuery> {

	private TemplateQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static TemplateQuery create() {
		return new TemplateQuery(firstPage());
	}

	@Override
	protected TemplateQuery with(Map<String, String> parameters) {
		return new TemplateQuery(parameters);
	}

	/**
	 * Look for templates of a type.
	 * @param type the type
	 * @return a new query
	 */
	public TemplateQuery type(TemplateType type) {
		return parameter("TemplateType", type.toString());
	}

	/**
	 * Look for templates with a layout, by its alias.
	 * @param layoutTemplate the alias of the layout
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TemplateQuery layoutTemplate(String layoutTemplate) {
		return parameter("LayoutTemplate", layoutTemplate);
	}

	@Override
	public Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		// Postmark writes these with a capital here, and nowhere else.
		super.parameters().forEach((name, value) -> parameters
			.put(name.equals("count") ? "Count" : name.equals("offset") ? "Offset" : name, value));
		return parameters;
	}

}
