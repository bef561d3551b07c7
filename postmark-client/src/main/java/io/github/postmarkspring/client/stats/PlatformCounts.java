package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * On what messages were opened, or links clicked. What Postmark leaves out is 0.
 *
 * @param desktop on a desktop
 * @param mobile on a mobile device
 * @param webMail in a browser; for opens only
 * @param unknown not known
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record PlatformCounts(long desktop, long mobile, long webMail, long unknown) {

	@JsonCreator
	static PlatformCounts read(@JsonProperty("Desktop") @Nullable Long desktop,
			@JsonProperty("Mobile") @Nullable Long mobile, @JsonProperty("WebMail") @Nullable Long webMail,
			@JsonProperty("Unknown") @Nullable Long unknown) {
		return new PlatformCounts(Counts.orZero(desktop), Counts.orZero(mobile), Counts.orZero(webMail),
				Counts.orZero(unknown));
	}

}
