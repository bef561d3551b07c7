package io.github.postmarkspring.client.webhook.event;

import java.util.Map;

import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An event of a type that this version does not know, kept as it was posted.
 *
 * @param server the name of the configured server that received the event
 * @param recordType the type as Postmark writes it, of any length
 * @param messageStream the id of the message stream, or {@code null}
 * @param messageId the id of the message, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param metadata the metadata of the message, never {@code null}
 * @param json what was posted; as long as the longest body that is let in
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * Webhooks</a>
 */
public record UnknownEvent(String server, String recordType, @Nullable String messageStream, @Nullable String messageId,
		@Nullable String tag, Map<String, String> metadata, String json) implements WebhookEvent {

	public UnknownEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(recordType, "'recordType' must not be null");
		Assert.notNull(json, "'json' must not be null");
		tag = Tags.of(tag);
		metadata = Lists.copy(metadata);
	}

	@Override
	public String toString() {
		return EventText.of(this).with("recordType", this.recordType).toString();
	}

}
