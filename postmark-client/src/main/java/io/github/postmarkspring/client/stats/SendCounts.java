package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many messages were sent. What Postmark leaves out is 0.
 *
 * @param sent messages sent
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record SendCounts(long sent) {

	@JsonCreator
	static SendCounts read(@JsonProperty("Sent") @Nullable Long sent) {
		return new SendCounts(Counts.orZero(sent));
	}

}
