package io.github.postmarkspring.client.outbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of opens.
 *
 * @param totalCount how many there are on all pages; for one message always 1
 * @param opens the opens of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record OpenPage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Opens") List<Open> opens) implements Page<Open> {

	public OpenPage {
		opens = Lists.copy(opens);
	}

	@Override
	public List<Open> items() {
		return this.opens;
	}

}
