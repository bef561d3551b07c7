package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.PageLimitException;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The mail that came in to a server.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public interface InboundMessages {

	/**
	 * List mail.
	 * @param query what to look for
	 * @return a page of mail
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/inbound")
	Page<InboundMessage> list(InboundMessageQuery query);

	/**
	 * Read mail.
	 * @param messageId the id of the message
	 * @return the mail, with its content
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/inbound/{messageId}/details")
	InboundMessageDetails get(@PathVariable String messageId);

	/**
	 * Let blocked mail through.
	 * @param messageId the id of the message
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/messages/inbound/{messageId}/bypass")
	void bypass(@PathVariable String messageId);

	/**
	 * Post mail to the application again that could not be posted.
	 * @param messageId the id of the message
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/messages/inbound/{messageId}/retry")
	void retry(@PathVariable String messageId);

	/**
	 * Stream the mail of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the mail. After 10,000 rows the stream ends with a
	 * {@link PageLimitException} if there are more
	 * @see Pages#stream
	 */
	default Stream<InboundMessage> stream(InboundMessageQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Stream the mail of a period, however many there are: the period is halved until
	 * each part has few enough rows.
	 * @param query what to look for, with both {@code from} and {@code to}
	 * @return the mail, those of the latest part first
	 * @throws IllegalArgumentException if the period is open
	 * @see Pages#sliced
	 */
	default Stream<InboundMessage> sliced(InboundMessageQuery query) {
		return Pages.sliced(query, this::list);
	}

}
