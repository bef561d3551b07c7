package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.util.Assert;

/**
 * The mail server of a recipient accepted a message. There is one event for each
 * recipient.
 *
 * @param server the name of the configured server that received the event
 * @param messageStream the id of the message stream, or {@code null}
 * @param messageId the id of the message
 * @param recipient the address of the recipient
 * @param serverId Postmark's id of the server, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param metadata the metadata of the message, never {@code null}
 * @param deliveredAt when it was accepted, or {@code null}
 * @param details what the receiving server said, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/delivery-webhook">Postmark:
 * Delivery webhook</a>
 */
@JsonNaming(PostmarkNames.class)
public record DeliveryEvent(@JsonDeserialize(using = ReceivingServer.class) @JsonProperty("server") String server,
		@Nullable String messageStream, String messageId, String recipient,
		@JsonProperty("ServerID") @JsonAlias("ServerId") @Nullable Long serverId, @Nullable String tag,
		Map<String, String> metadata, @Nullable OffsetDateTime deliveredAt,
		@Nullable String details) implements WebhookEvent {

	public DeliveryEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(messageId, "'messageId' must not be null");
		Assert.notNull(recipient, "'recipient' must not be null");
		tag = Tags.of(tag);
		metadata = Lists.copy(metadata);
	}

	@Override
	public String recordType() {
		return "Delivery";
	}

	@Override
	public String toString() {
		return EventText.of(this).toString();
	}

}
