package io.github.postmarkspring.client.inbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of rules.
 *
 * @param totalCount how many there are on all pages
 * @param rules the rules of this page
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/api/inbound-rules-triggers-api">Postmark: Inbound
 * Rules API</a>
 */
public record InboundRulePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("InboundRules") List<InboundRule> rules) implements Page<InboundRule> {

	public InboundRulePage {
		rules = Lists.copy(rules);
	}

	@Override
	public List<InboundRule> items() {
		return this.rules;
	}

}
