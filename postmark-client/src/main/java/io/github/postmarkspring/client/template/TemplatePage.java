package io.github.postmarkspring.client.template;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of templates.
 *
 * @param totalCount how many there are on all pages
 * @param templates the templates of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record TemplatePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Templates") List<TemplateSummary> templates) implements Page<TemplateSummary> {

	public TemplatePage {
		templates = Lists.copy(templates);
	}

	@Override
	public List<TemplateSummary> items() {
		return this.templates;
	}

}
