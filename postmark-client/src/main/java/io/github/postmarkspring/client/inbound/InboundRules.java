package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The rules of a server that block mail.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/api/inbound-rules-triggers-api">Postmark: Inbound
 * Rules API</a>
 */
public interface InboundRules {

	/**
	 * List rules.
	 * @param query which page
	 * @return a page of rules
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/triggers/inboundrules")
	Page<InboundRule> list(ListQuery query);

	/**
	 * Create a rule.
	 * @param rule the rule
	 * @return the rule as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/triggers/inboundrules")
	InboundRule create(@RequestBody NewInboundRule rule);

	/**
	 * Delete a rule.
	 * @param ruleId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/triggers/inboundrules/{ruleId}")
	void delete(@PathVariable long ruleId);

	/**
	 * Stream the rules of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the rules
	 * @see Pages#stream
	 */
	default Stream<InboundRule> stream(ListQuery query) {
		return Pages.stream(query, this::list);
	}

}
