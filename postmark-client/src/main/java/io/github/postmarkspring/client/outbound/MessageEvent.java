package io.github.postmarkspring.client.outbound;

import java.time.OffsetDateTime;
import java.util.Map;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Something that happened to a message for one of its recipients.
 *
 * @param recipient the address of the recipient, or {@code null}
 * @param type what happened, or {@code null}
 * @param receivedAt when, or {@code null}
 * @param details more about it, by Postmark's names: {@code DeliveryMessage}, {@code
 * DestinationServer} and {@code DestinationIP}; {@code Summary}; {@code Link} and
 * {@code ClickLocation}; {@code BounceID}; {@code Origin} and {@code SuppressSending}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record MessageEvent(@Nullable String recipient, @Nullable MessageEventType type,
		@Nullable OffsetDateTime receivedAt, Map<String, String> details) {

	public MessageEvent {
		details = Lists.copy(details);
	}

}
