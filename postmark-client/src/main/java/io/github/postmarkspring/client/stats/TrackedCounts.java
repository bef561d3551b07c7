package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many messages were tracked. What Postmark leaves out is 0.
 *
 * @param tracked messages that were tracked
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record TrackedCounts(long tracked) {

	@JsonCreator
	static TrackedCounts read(@JsonProperty("Tracked") @Nullable Long tracked) {
		return new TrackedCounts(Counts.orZero(tracked));
	}

}
