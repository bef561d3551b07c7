package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many recipients complained. What Postmark leaves out is 0.
 *
 * @param spamComplaints complaints
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record SpamCounts(long spamComplaints) {

	@JsonCreator
	static SpamCounts read(@JsonProperty("SpamComplaint") @Nullable Long spamComplaints) {
		return new SpamCounts(Counts.orZero(spamComplaints));
	}

}
