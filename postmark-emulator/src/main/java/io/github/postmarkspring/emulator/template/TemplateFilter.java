package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which templates a list is about.
 *
 * @param type their type, or {@code null} for all
 * @param layout the alias of their layout, or {@code null} for any and none
 */
record TemplateFilter(@Nullable TemplateType type, @Nullable String layout) {

	/**
	 * Reads the filter.
	 * @throws io.github.postmarkspring.emulator.http.ApiException with code 1100 if there
	 * is no such type
	 */
	static TemplateFilter of(QueryParameters query) {
		String type = query.get("TemplateType");
		boolean all = type == null || type.equalsIgnoreCase("All");
		return new TemplateFilter(all ? null : TemplateType.of(type, 1100), query.get("LayoutTemplate"));
	}

	boolean matches(TemplateStore.Listed listed) {
		return (this.type == null || listed.template().type() == this.type)
				&& (this.layout == null || this.layout.equalsIgnoreCase(listed.layoutAlias()));
	}

}
