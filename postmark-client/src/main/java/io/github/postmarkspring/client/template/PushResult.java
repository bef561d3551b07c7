package io.github.postmarkspring.client.template;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;

/**
 * What a push did, or would do.
 *
 * @param totalCount how many templates it is about
 * @param templates the templates
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record PushResult(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Templates") List<PushedTemplate> templates) {

	public PushResult {
		templates = Lists.copy(templates);
	}

}
