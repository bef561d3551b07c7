package io.github.postmarkspring.client.outbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of clicks.
 *
 * @param totalCount how many there are on all pages
 * @param clicks the clicks of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record ClickPage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Clicks") List<Click> clicks) implements Page<Click> {

	public ClickPage {
		clicks = Lists.copy(clicks);
	}

	@Override
	public List<Click> items() {
		return this.clicks;
	}

}
