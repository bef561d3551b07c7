package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How often links were clicked. What Postmark leaves out is 0.
 *
 * @param clicks clicks
 * @param unique clicks, one for each recipient and link
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record ClickCounts(long clicks, long unique) {

	@JsonCreator
	static ClickCounts read(@JsonProperty("Clicks") @Nullable Long clicks,
			@JsonProperty("Unique") @Nullable Long unique) {
		return new ClickCounts(Counts.orZero(clicks), Counts.orZero(unique));
	}

}
