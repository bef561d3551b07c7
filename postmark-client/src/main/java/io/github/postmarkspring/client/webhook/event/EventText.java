package io.github.postmarkspring.client.webhook.event;

import io.github.postmarkspring.client.http.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * The text of an event for a log. What was posted stands in it as one line of bounded
 * length.
 */
final class EventText {

	// Ids are 36 characters long.
	private static final int MAX_VALUE = 64;

	private final StringBuilder text;

	private EventText(WebhookEvent event) {
		this.text = new StringBuilder(event.getClass().getSimpleName()).append("[server=").append(event.server());
	}

	static EventText of(WebhookEvent event) {
		return new EventText(event).with("messageStream", event.messageStream()).with("messageId", event.messageId());
	}

	EventText with(String name, @Nullable Object value) {
		if (value != null) {
			this.text.append(", ").append(name).append('=').append(ForeignText.oneLine(value.toString(), MAX_VALUE));
		}
		return this;
	}

	@Override
	public String toString() {
		return this.text + "]";
	}

}
