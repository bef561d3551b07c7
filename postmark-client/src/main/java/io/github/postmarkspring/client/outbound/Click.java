package io.github.postmarkspring.client.outbound;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record Click(@Nullable String recordType, @Nullable String messageId, @Nullable String messageStream,
		@Nullable String recipient, @Nullable OffsetDateTime receivedAt, @Nullable String tag,
		@Nullable String userAgent, @Nullable Client client, @JsonProperty("OS") @Nullable Client os,
		@Nullable Platform platform, @Nullable Geo geo, @JsonProperty("ClickLocation") @Nullable ClickLocation location,
		@Nullable String originalLink) {

}
