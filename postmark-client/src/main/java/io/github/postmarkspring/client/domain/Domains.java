package io.github.postmarkspring.client.domain;

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
import org.springframework.web.service.annotation.PutExchange;

/**
 * The domains of an account.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public interface Domains {

	/**
	 * List domains.
	 * @param query which page
	 * @return a page of domains
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/domains")
	Page<DomainSummary> list(ListQuery query);

	/**
	 * Read a domain.
	 * @param domainId the id
	 * @return the domain
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/domains/{domainId}")
	Domain get(@PathVariable long domainId);

	/**
	 * Create a domain.
	 * @param domain the domain
	 * @return the domain as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/domains")
	Domain create(@RequestBody NewDomain domain);

	/**
	 * Change a domain.
	 * @param domainId the id
	 * @param change what to change
	 * @return the domain as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/domains/{domainId}")
	Domain edit(@PathVariable long domainId, @RequestBody DomainChange change);

	/**
	 * Delete a domain.
	 * @param domainId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/domains/{domainId}")
	void delete(@PathVariable long domainId);

	/**
	 * Look for the DKIM record.
	 * @param domainId the id
	 * @return the domain, and whether the record is there
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/domains/{domainId}/verifyDkim")
	Domain verifyDkim(@PathVariable long domainId);

	/**
	 * Look for the CNAME record of the domain that bounces come back to.
	 * @param domainId the id
	 * @return the domain, and whether the record is there
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/domains/{domainId}/verifyReturnPath")
	Domain verifyReturnPath(@PathVariable long domainId);

	/**
	 * Look for the SPF record. Postmark no longer needs one.
	 * @param domainId the id
	 * @return what was found
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/domains/{domainId}/verifyspf")
	SpfVerification verifySpf(@PathVariable long domainId);

	/**
	 * Renew the DKIM key. The old one is used until the record of the new one is there.
	 * @param domainId the id
	 * @return the domain with the record to add
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/domains/{domainId}/rotatedkim")
	DkimRotation rotateDkim(@PathVariable long domainId);

	/**
	 * Stream the domains of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the domains
	 * @see Pages#stream
	 */
	default Stream<DomainSummary> stream(ListQuery query) {
		return Pages.stream(query, this::list);
	}

}
