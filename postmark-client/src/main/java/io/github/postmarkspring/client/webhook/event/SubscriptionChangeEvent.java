package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import io.github.postmarkspring.client.suppression.SuppressionOrigin;
import io.github.postmarkspring.client.suppression.SuppressionReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.util.Assert;

/**
 * An address was suppressed in a message stream, or is so no longer. Bounces and
 * complaints cause this event beside their own.
 *
 * @param server the name of the configured server that received the event
 * @param messageStream the id of the message stream, or {@code null}
 * @param messageId the id of the message, or {@code null}
 * @param recipient the address of the recipient
 * @param serverId Postmark's id of the server, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param metadata the metadata of the message, never {@code null}
 * @param changedAt when, or {@code null}
 * @param origin who changed it, or {@code null}
 * @param suppressSending {@code true} if nothing is sent to the address from now on,
 * {@code false} if it is again
 * @param suppressionReason why it is suppressed, or {@code null} if it is no longer
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/webhooks/subscription-change-webhook">Postmark:
 * Subscription change webhook</a>
 */
@JsonNaming(PostmarkNames.class)
public record SubscriptionChangeEvent(
		@JsonDeserialize(using = ReceivingServer.class) @JsonProperty("server") String server,
		@Nullable String messageStream, @Nullable String messageId, String recipient,
		@JsonProperty("ServerID") @JsonAlias("ServerId") @Nullable Long serverId, @Nullable String tag,
		Map<String, String> metadata, @Nullable OffsetDateTime changedAt, @Nullable SuppressionOrigin origin,
		boolean suppressSending, @Nullable SuppressionReason suppressionReason) implements WebhookEvent {

	public SubscriptionChangeEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(recipient, "'recipient' must not be null");
		tag = Tags.of(tag);
		metadata = Lists.copy(metadata);
	}

	@Override
	public String recordType() {
		return "SubscriptionChange";
	}

	@Override
	public String toString() {
		return EventText.of(this).with("suppressSending", this.suppressSending).toString();
	}

}
