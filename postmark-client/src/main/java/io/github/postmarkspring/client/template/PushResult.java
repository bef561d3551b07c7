package io.github.postmarkspring.client.template;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a push did, or would do.
 *
 * @param totalCount how many templates it is about
 * @param templates the templates
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record PushResult(int totalCount, List<PushedTemplate> templates) {

	public PushResult {
		templates = Lists.copy(templates);
	}

}
