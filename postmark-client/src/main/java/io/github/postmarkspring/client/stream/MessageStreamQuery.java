package io.github.postmarkspring.client.stream;

import java.util.Map;

import io.github.postmarkspring.client.http.Query;

/**
 * Which message streams to look for.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public final class MessageStreamQuery extends Query<MessageStreamQuery> {

	private MessageStreamQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for all streams in use
	 */
	public static MessageStreamQuery create() {
		return new MessageStreamQuery(Map.of());
	}

	@Override
	protected MessageStreamQuery with(Map<String, String> parameters) {
		return new MessageStreamQuery(parameters);
	}

	/**
	 * Look for streams of a type.
	 * @param type the type
	 * @return a new query
	 */
	public MessageStreamQuery type(StreamType type) {
		return parameter("MessageStreamType", type.toString());
	}

	/**
	 * Include the streams that are archived.
	 * @return a new query
	 */
	public MessageStreamQuery includeArchived() {
		return parameter("IncludeArchivedStreams", "true");
	}

}
