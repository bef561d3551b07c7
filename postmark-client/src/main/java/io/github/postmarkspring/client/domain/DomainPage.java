package io.github.postmarkspring.client.domain;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of domains.
 *
 * @param totalCount how many there are on all pages
 * @param domains the domains of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public record DomainPage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Domains") List<DomainSummary> domains) implements Page<DomainSummary> {

	public DomainPage {
		domains = Lists.copy(domains);
	}

	@Override
	public List<DomainSummary> items() {
		return this.domains;
	}

}
