package io.github.postmarkspring.client.suppression;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The suppressions of a stream.
 *
 * @param suppressions the suppressions
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
@JsonNaming(PostmarkNames.class)
public record SuppressionDump(List<Suppression> suppressions) {

	public SuppressionDump {
		suppressions = Lists.copy(suppressions);
	}

}
