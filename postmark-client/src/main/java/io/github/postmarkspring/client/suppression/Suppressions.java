package io.github.postmarkspring.client.suppression;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The suppressions of a server, stream by stream. Changes take a moment to show.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public interface Suppressions {

	/**
	 * List the suppressions of a stream, all at once.
	 * @param streamId the id of the stream
	 * @param query what to look for
	 * @return the suppressions
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/message-streams/{streamId}/suppressions/dump")
	SuppressionDump dump(@PathVariable String streamId, SuppressionQuery query);

	/**
	 * Suppress addresses.
	 * @param streamId the id of the stream
	 * @param request the addresses
	 * @return what became of each
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/message-streams/{streamId}/suppressions")
	SuppressionResults create(@PathVariable String streamId, @RequestBody SuppressionRequest request);

	/**
	 * Suppress addresses no longer, so that mail is sent to them again. Complaints stay.
	 * @param streamId the id of the stream
	 * @param request the addresses
	 * @return what became of each
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/message-streams/{streamId}/suppressions/delete")
	SuppressionResults delete(@PathVariable String streamId, @RequestBody SuppressionRequest request);

}
