package io.github.postmarkspring.client.stream;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A stream that was archived.
 *
 * @param id the id
 * @param serverId the id of the server, or {@code null}
 * @param expectedPurgeDate when it will be deleted, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public record ArchivedStream(@JsonProperty("ID") String id, @JsonProperty("ServerID") @Nullable Long serverId,
		@JsonProperty("ExpectedPurgeDate") @Nullable OffsetDateTime expectedPurgeDate) {

}
