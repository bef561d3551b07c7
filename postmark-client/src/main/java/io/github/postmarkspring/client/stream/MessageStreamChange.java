package io.github.postmarkspring.client.stream;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * What to change of a message stream. What is not said stays.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public final class MessageStreamChange extends JsonRequest<MessageStreamChange> {

	private MessageStreamChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a change of nothing.
	 * @return the request
	 */
	public static MessageStreamChange create() {
		return new MessageStreamChange(Map.of());
	}

	@Override
	protected MessageStreamChange with(Map<String, Object> fields) {
		return new MessageStreamChange(fields);
	}

	/**
	 * Set the name, for people, up to 100 characters.
	 * @param name the name
	 * @return a new request
	 */
	public MessageStreamChange name(String name) {
		return field("Name", name);
	}

	/**
	 * Set what it is for, up to 1,000 characters without HTML.
	 * @param description what it is for
	 * @return a new request
	 */
	public MessageStreamChange description(String description) {
		return field("Description", description);
	}

	/**
	 * Set who handles unsubscribing; broadcasts must have it.
	 * @param unsubscribeHandling who handles unsubscribing
	 * @return a new request
	 */
	public MessageStreamChange unsubscribeHandling(UnsubscribeHandling unsubscribeHandling) {
		return field("SubscriptionManagementConfiguration", Map.of("UnsubscribeHandlingType", unsubscribeHandling));
	}

}
