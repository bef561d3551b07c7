package io.github.postmarkspring.client.stream;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message stream. Everything but the id may be missing from an answer.
 *
 * @param id the id, such as {@code outbound}
 * @param serverId the id of the server, or {@code null}
 * @param name the name, for people, or {@code null}
 * @param description what it is for, or {@code null}
 * @param type what mail it carries, or {@code null}
 * @param createdAt when it was created, or {@code null}
 * @param updatedAt when it was last changed, or {@code null}
 * @param archivedAt when it was archived, or {@code null} if it is in use
 * @param expectedPurgeDate when an archived stream will be deleted, or {@code null}
 * @param subscriptionManagement how it handles unsubscribing, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
@JsonNaming(PostmarkNames.class)
public record MessageStream(String id, @Nullable Long serverId, @Nullable String name, @Nullable String description,
		@JsonProperty("MessageStreamType") @Nullable StreamType type, @Nullable OffsetDateTime createdAt,
		@Nullable OffsetDateTime updatedAt, @Nullable OffsetDateTime archivedAt,
		@Nullable OffsetDateTime expectedPurgeDate,
		@JsonProperty("SubscriptionManagementConfiguration") @Nullable SubscriptionManagement subscriptionManagement) {

}
