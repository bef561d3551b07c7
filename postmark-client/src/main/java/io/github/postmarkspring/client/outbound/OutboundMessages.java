package io.github.postmarkspring.client.outbound;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.PageLimitException;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The messages that a server sent, and who opened them and clicked in them.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public interface OutboundMessages {

	/**
	 * List messages.
	 * @param query what to look for
	 * @return a page of messages
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound")
	Page<SentMessage> list(SentMessageQuery query);

	/**
	 * Read a message.
	 * @param messageId the id of the message
	 * @return the message, with its content and what happened to it
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/{messageId}/details")
	SentMessageDetails get(@PathVariable String messageId);

	/**
	 * Read the raw mail of a message.
	 * @param messageId the id of the message
	 * @return the raw mail
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/{messageId}/dump")
	MessageDump dump(@PathVariable String messageId);

	/**
	 * List who opened messages.
	 * @param query what to look for
	 * @return a page of opens
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/opens")
	Page<Open> opens(TrackingQuery query);

	/**
	 * List who opened a message.
	 * @param messageId the id of the message
	 * @param query which page
	 * @return a page of opens
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/opens/{messageId}")
	Page<Open> opens(@PathVariable String messageId, MessageTrackingQuery query);

	/**
	 * List who clicked in messages.
	 * @param query what to look for
	 * @return a page of clicks
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/clicks")
	Page<Click> clicks(TrackingQuery query);

	/**
	 * List who clicked in a message.
	 * @param messageId the id of the message
	 * @param query which page
	 * @return a page of clicks
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/messages/outbound/clicks/{messageId}")
	Page<Click> clicks(@PathVariable String messageId, MessageTrackingQuery query);

	/**
	 * Stream the messages of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the messages. After 10,000 rows the stream ends with a
	 * {@link PageLimitException} if there are more
	 * @see Pages#stream
	 */
	default Stream<SentMessage> stream(SentMessageQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Stream the messages of a period, however many there are: the period is halved until
	 * each part has few enough rows.
	 * @param query what to look for, with both {@code from} and {@code to}
	 * @return the messages, those of the latest part first
	 * @throws IllegalArgumentException if the period is open
	 * @see Pages#sliced
	 */
	default Stream<SentMessage> sliced(SentMessageQuery query) {
		return Pages.sliced(query, this::list);
	}

	/**
	 * Stream the opens of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the opens. After 10,000 rows the stream ends with a
	 * {@link PageLimitException} if there are more
	 * @see Pages#stream
	 */
	default Stream<Open> streamOpens(TrackingQuery query) {
		return Pages.stream(query, this::opens);
	}

	/**
	 * Stream the clicks of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the clicks. After 10,000 rows the stream ends with a
	 * {@link PageLimitException} if there are more
	 * @see Pages#stream
	 */
	default Stream<Click> streamClicks(TrackingQuery query) {
		return Pages.stream(query, this::clicks);
	}

}
