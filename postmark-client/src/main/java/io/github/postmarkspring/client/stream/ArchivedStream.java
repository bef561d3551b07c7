package io.github.postmarkspring.client.stream;

import java.time.OffsetDateTime;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record ArchivedStream(String id, @Nullable Long serverId, @Nullable OffsetDateTime expectedPurgeDate) {

}
