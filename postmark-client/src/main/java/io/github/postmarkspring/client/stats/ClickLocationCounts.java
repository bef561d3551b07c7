package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * In which body links were clicked. What Postmark leaves out is 0.
 *
 * @param html in the HTML body
 * @param text in the text body
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record ClickLocationCounts(long html, long text) {

	@JsonCreator
	static ClickLocationCounts read(@JsonProperty("HTML") @Nullable Long html,
			@JsonProperty("Text") @Nullable Long text) {
		return new ClickLocationCounts(Counts.orZero(html), Counts.orZero(text));
	}

}
