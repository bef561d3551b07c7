package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What happened to a message.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record MessageEventType(@JsonValue String value) {

	/** The receiving server took it. */
	public static final MessageEventType DELIVERED = new MessageEventType("Delivered");

	/** The receiving server did not take it yet. */
	public static final MessageEventType TRANSIENT = new MessageEventType("Transient");

	/** A recipient opened it. */
	public static final MessageEventType OPENED = new MessageEventType("Opened");

	/** A recipient clicked a link. */
	public static final MessageEventType LINK_CLICKED = new MessageEventType("LinkClicked");

	/** It came back. */
	public static final MessageEventType BOUNCED = new MessageEventType("Bounced");

	/** The address was suppressed, or is no longer. */
	public static final MessageEventType SUBSCRIPTION_CHANGED = new MessageEventType("SubscriptionChanged");

	private static final KnownValues<MessageEventType> KNOWN = KnownValues.of(MessageEventType::new, DELIVERED,
			TRANSIENT, OPENED, LINK_CLICKED, BOUNCED, SUBSCRIPTION_CHANGED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static MessageEventType of(String value) {
		return KNOWN.get(value);
	}

	/**
	 * Return the value as Postmark writes it.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
