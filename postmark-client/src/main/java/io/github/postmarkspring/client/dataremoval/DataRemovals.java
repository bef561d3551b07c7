package io.github.postmarkspring.client.dataremoval;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Removes what Postmark knows of a recipient. Postmark allows it to accounts that have
 * asked for it.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Postmark: Data
 * Removals API</a>
 */
public interface DataRemovals {

	/**
	 * Ask for a removal. It cannot be undone.
	 * @param request whose data to remove
	 * @return the removal
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/data-removals")
	DataRemoval create(@RequestBody DataRemovalRequest request);

	/**
	 * Read how far a removal is.
	 * @param removalId the id
	 * @return the removal
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/data-removals/{removalId}")
	DataRemoval get(@PathVariable long removalId);

}
