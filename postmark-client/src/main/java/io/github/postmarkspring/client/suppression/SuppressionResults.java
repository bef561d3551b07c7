package io.github.postmarkspring.client.suppression;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;

/**
 * What became of a change, address by address.
 *
 * @param suppressions the results
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public record SuppressionResults(@JsonProperty("Suppressions") List<SuppressionResult> suppressions) {

	public SuppressionResults {
		suppressions = Lists.copy(suppressions);
	}

}
