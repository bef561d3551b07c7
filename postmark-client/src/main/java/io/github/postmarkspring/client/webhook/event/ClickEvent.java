package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import io.github.postmarkspring.client.outbound.ClickLocation;
import io.github.postmarkspring.client.outbound.Client;
import io.github.postmarkspring.client.outbound.Geo;
import io.github.postmarkspring.client.outbound.Platform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.util.Assert;

/**
 * A recipient followed a link. There is one event for each recipient and link.
 *
 * @param server the name of the configured server that received the event
 * @param messageStream the id of the message stream, or {@code null}
 * @param messageId the id of the message
 * @param recipient the address of the recipient
 * @param tag the tag of the message, or {@code null}
 * @param metadata the metadata of the message, never {@code null}
 * @param receivedAt when, or {@code null}
 * @param userAgent how the program names itself, or {@code null}
 * @param platform the kind of device, or {@code null}
 * @param client the program, or {@code null}
 * @param os the system, or {@code null}
 * @param geo where; any part of it may be {@code null}, and so may be all of it
 * @param clickLocation which body the link was in, or {@code null}
 * @param originalLink the link as the message had it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/click-webhook">Postmark: Click
 * webhook</a>
 */
@JsonNaming(PostmarkNames.class)
public record ClickEvent(@JsonDeserialize(using = ReceivingServer.class) @JsonProperty("server") String server,
		@Nullable String messageStream, String messageId, String recipient, @Nullable String tag,
		Map<String, String> metadata, @Nullable OffsetDateTime receivedAt, @Nullable String userAgent,
		@Nullable Platform platform, @Nullable Client client, @JsonProperty("OS") @Nullable Client os,
		@Nullable Geo geo, @Nullable ClickLocation clickLocation, String originalLink) implements WebhookEvent {

	public ClickEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(messageId, "'messageId' must not be null");
		Assert.notNull(recipient, "'recipient' must not be null");
		Assert.notNull(originalLink, "'originalLink' must not be null");
		tag = Tags.of(tag);
		metadata = Lists.copy(metadata);
	}

	@Override
	public String recordType() {
		return "Click";
	}

	@Override
	public String toString() {
		return EventText.of(this).toString();
	}

}
