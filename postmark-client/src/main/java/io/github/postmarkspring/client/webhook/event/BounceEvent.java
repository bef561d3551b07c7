package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.bounce.BounceType;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.util.Assert;

/**
 * A message came back. Everything but the id and the type may be missing.
 * <p>
 * Not every bounce is for good, see {@link #inactive()}. Mail sent by SMTP that breaks
 * the rules of the API is posted as a bounce too, with the type
 * {@link BounceType#SMTP_API_ERROR}.
 *
 * @param server the name of the configured server that received the event
 * @param id the id, which the bounces API takes
 * @param type why
 * @param typeCode the number of the type, or {@code null}
 * @param name the name of the type, for people, or {@code null}
 * @param messageStream the id of the message stream, or {@code null}
 * @param messageId the id of the message, or {@code null}
 * @param serverId Postmark's id of the server, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param metadata the metadata of the message, never {@code null}
 * @param description what the type means, or {@code null}
 * @param details what the receiving server said, or {@code null}
 * @param email the address of the recipient, or {@code null}
 * @param from the sender, or {@code null}
 * @param bouncedAt when it came back, or {@code null}
 * @param dumpAvailable whether the raw mail can be read, or {@code null}
 * @param inactive whether the address is inactive now, or {@code null}
 * @param canActivate whether the address can be made active again, or {@code null}
 * @param subject the subject of the message, or {@code null}
 * @param content the raw mail, only if the webhook is set to include it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/bounce-webhook">Postmark:
 * Bounce webhook</a>
 */
@JsonNaming(PostmarkNames.class)
public record BounceEvent(@JsonDeserialize(using = ReceivingServer.class) @JsonProperty("server") String server,
		long id, BounceType type, @Nullable Integer typeCode, @Nullable String name, @Nullable String messageStream,
		@Nullable String messageId, @JsonProperty("ServerID") @JsonAlias("ServerId") @Nullable Long serverId,
		@Nullable String tag, Map<String, String> metadata, @Nullable String description, @Nullable String details,
		@Nullable String email, @Nullable String from, @Nullable OffsetDateTime bouncedAt,
		@Nullable Boolean dumpAvailable, @Nullable Boolean inactive, @Nullable Boolean canActivate,
		@Nullable String subject, @Nullable String content) implements WebhookEvent {

	public BounceEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(type, "'type' must not be null");
		tag = Tags.of(tag);
		metadata = Lists.copy(metadata);
	}

	@Override
	public String recordType() {
		return "Bounce";
	}

	@Override
	public String toString() {
		return EventText.of(this).with("id", this.id).with("type", this.type).toString();
	}

}
