package io.github.postmarkspring.client.outbound;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A link that was clicked: one row for each recipient and link.
 *
 * @param recordType {@code Open} or {@code Click}; in lists only, or {@code null}
 * @param messageId the id of the message, or {@code null}
 * @param messageStream the id of the message stream, or {@code null}
 * @param recipient the address of the recipient, or {@code null}
 * @param receivedAt when, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param userAgent how the program names itself, or {@code null}
 * @param client the program, or {@code null}
 * @param os the system, or {@code null}
 * @param platform the kind of device, or {@code null}
 * @param geo where, or {@code null}
 * @param location which body the link was in, or {@code null}
 * @param originalLink the link, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record Click(@JsonProperty("RecordType") @Nullable String recordType,
		@JsonProperty("MessageID") @Nullable String messageId,
		@JsonProperty("MessageStream") @Nullable String messageStream,
		@JsonProperty("Recipient") @Nullable String recipient,
		@JsonProperty("ReceivedAt") @Nullable OffsetDateTime receivedAt, @JsonProperty("Tag") @Nullable String tag,
		@JsonProperty("UserAgent") @Nullable String userAgent, @JsonProperty("Client") @Nullable Client client,
		@JsonProperty("OS") @Nullable Client os, @JsonProperty("Platform") @Nullable Platform platform,
		@JsonProperty("Geo") @Nullable Geo geo, @JsonProperty("ClickLocation") @Nullable ClickLocation location,
		@JsonProperty("OriginalLink") @Nullable String originalLink) {

}
