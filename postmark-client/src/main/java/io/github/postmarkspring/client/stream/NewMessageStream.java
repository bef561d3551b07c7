package io.github.postmarkspring.client.stream;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A message stream to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public final class NewMessageStream extends JsonRequest<NewMessageStream> {

	private NewMessageStream(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a stream for mail to one person at a time.
	 * @param id the id: up to 30 lowercase letters, digits, hyphens and underscores, the
	 * first a letter
	 * @param name the name, for people, up to 100 characters
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewMessageStream transactional(String id, String name) {
		return new NewMessageStream(Map.of()).field("ID", required("id", id))
			.field("Name", required("name", name))
			.field("MessageStreamType", StreamType.TRANSACTIONAL);
	}

	/**
	 * Create a stream for mail to many.
	 * @param id the id: up to 30 lowercase letters, digits, hyphens and underscores, the
	 * first a letter
	 * @param name the name, for people, up to 100 characters
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewMessageStream broadcasts(String id, String name) {
		return new NewMessageStream(Map.of()).field("ID", required("id", id))
			.field("Name", required("name", name))
			.field("MessageStreamType", StreamType.BROADCASTS);
	}

	@Override
	protected NewMessageStream with(Map<String, Object> fields) {
		return new NewMessageStream(fields);
	}

	/**
	 * Set what it is for, up to 1,000 characters without HTML.
	 * @param description what it is for
	 * @return a new request
	 */
	public NewMessageStream description(String description) {
		return field("Description", description);
	}

	/**
	 * Set who handles unsubscribing; broadcasts must have it.
	 * @param unsubscribeHandling who handles unsubscribing
	 * @return a new request
	 */
	public NewMessageStream unsubscribeHandling(UnsubscribeHandling unsubscribeHandling) {
		return field("SubscriptionManagementConfiguration", Map.of("UnsubscribeHandlingType", unsubscribeHandling));
	}

}
