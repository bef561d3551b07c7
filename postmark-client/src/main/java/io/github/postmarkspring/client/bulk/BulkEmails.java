package io.github.postmarkspring.client.bulk;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Bulk mail. Postmark allows it to accounts that have asked for it.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public interface BulkEmails {

	/**
	 * Send a mailing. One mistake in it, and nothing is sent.
	 * @param email the mailing
	 * @return the mailing, which is sent in its own time
	 * @throws AmbiguousSendException if it is not known whether Postmark took the mailing
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/email/bulk")
	BulkMailing send(@RequestBody BulkEmail email);

	/**
	 * Read how far a mailing is.
	 * @param mailingId the id
	 * @return the mailing
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/email/bulk/{mailingId}")
	BulkMailing get(@PathVariable String mailingId);

	/**
	 * List mailings, newest first.
	 * @param query which page
	 * @return a page of mailings
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/email/bulk")
	BulkPage list(BulkQuery query);

	/**
	 * Stream the mailings of all pages, each fetched when it is reached.
	 * @param query where to begin and how large a page is
	 * @return the mailings, newest first
	 */
	default Stream<BulkMailing> stream(BulkQuery query) {
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(new BulkPages(query, this::list), Spliterator.ORDERED), false);
	}

}
