package io.github.postmarkspring.client.suppression;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;

/**
 * The suppressions of a stream.
 *
 * @param suppressions the suppressions
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public record SuppressionDump(@JsonProperty("Suppressions") List<Suppression> suppressions) {

	public SuppressionDump {
		suppressions = Lists.copy(suppressions);
	}

}
