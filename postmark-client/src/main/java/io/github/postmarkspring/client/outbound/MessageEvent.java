package io.github.postmarkspring.client.outbound;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

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
public record MessageEvent(@JsonProperty("Recipient") @Nullable String recipient,
		@JsonProperty("Type") @Nullable MessageEventType type,
		@JsonProperty("ReceivedAt") @Nullable OffsetDateTime receivedAt,
		@JsonProperty("Details") Map<String, String> details) {

	public MessageEvent {
		details = Lists.copy(details);
	}

}
