package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How often messages were opened. What Postmark leaves out is 0.
 *
 * @param opens opens
 * @param unique opens, one for each recipient of a message
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record OpenCounts(long opens, long unique) {

	@JsonCreator
	static OpenCounts read(@JsonProperty("Opens") @Nullable Long opens, @JsonProperty("Unique") @Nullable Long unique) {
		return new OpenCounts(Counts.orZero(opens), Counts.orZero(unique));
	}

}
