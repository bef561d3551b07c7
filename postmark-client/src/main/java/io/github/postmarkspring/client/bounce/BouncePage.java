package io.github.postmarkspring.client.bounce;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of bounces.
 *
 * @param totalCount how many there are on all pages
 * @param bounces the bounces of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record BouncePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Bounces") List<Bounce> bounces) implements Page<Bounce> {

	public BouncePage {
		bounces = Lists.copy(bounces);
	}

	@Override
	public List<Bounce> items() {
		return this.bounces;
	}

}
