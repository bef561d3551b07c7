package io.github.postmarkspring.client.stream;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The message streams of a server. There may be ten of them, so they come without pages.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public interface MessageStreams {

	/**
	 * List streams.
	 * @param query what to look for
	 * @return the streams
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/message-streams")
	MessageStreamList list(MessageStreamQuery query);

	/**
	 * Read a stream.
	 * @param streamId the id of the stream
	 * @return the stream
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/message-streams/{streamId}")
	MessageStream get(@PathVariable String streamId);

	/**
	 * Create a stream.
	 * @param stream the stream
	 * @return the stream as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/message-streams")
	MessageStream create(@RequestBody NewMessageStream stream);

	/**
	 * Change a stream.
	 * @param streamId the id of the stream
	 * @param change what to change
	 * @return the stream as changed
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PatchExchange("/message-streams/{streamId}")
	MessageStream edit(@PathVariable String streamId, @RequestBody MessageStreamChange change);

	/**
	 * Archive a stream. It is deleted after 45 days; the default ones cannot be archived.
	 * @param streamId the id of the stream
	 * @return the stream, and when it will be deleted
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/message-streams/{streamId}/archive")
	ArchivedStream archive(@PathVariable String streamId);

	/**
	 * Take a stream out of the archive.
	 * @param streamId the id of the stream
	 * @return the stream
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/message-streams/{streamId}/unarchive")
	MessageStream unarchive(@PathVariable String streamId);

}
