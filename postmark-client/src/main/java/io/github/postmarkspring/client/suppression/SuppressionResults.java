package io.github.postmarkspring.client.suppression;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of a change, address by address.
 *
 * @param suppressions the results
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
@JsonNaming(PostmarkNames.class)
public record SuppressionResults(List<SuppressionResult> suppressions) {

	public SuppressionResults {
		suppressions = Lists.copy(suppressions);
	}

}
