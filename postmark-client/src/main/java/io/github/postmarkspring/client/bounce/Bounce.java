package io.github.postmarkspring.client.bounce;

import java.time.OffsetDateTime;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A bounce or a spam complaint. Everything but the id may be missing from an answer.
 *
 * @param id the id
 * @param recordType {@code Bounce}; in lists only, or {@code null}
 * @param type why the message came back, or {@code null}
 * @param typeCode the number of the type, or {@code null}
 * @param name the name of the type, for people, or {@code null}
 * @param tag the tag of the message, or {@code null}
 * @param messageId the id of the message, or {@code null}
 * @param serverId the id of the server, or {@code null}
 * @param messageStream the id of the message stream, or {@code null}
 * @param description what the type means, or {@code null}
 * @param details what the receiving server said, or {@code null}
 * @param email the address that bounced, or {@code null}
 * @param from the sender, or {@code null}
 * @param bouncedAt when it came back, or {@code null}
 * @param dumpAvailable whether the raw mail can still be read, or {@code null}
 * @param inactive whether the address is inactive now, or {@code null}
 * @param canActivate whether the address can be made active again, or {@code null}
 * @param subject the subject of the message, or {@code null}
 * @param content the bounced mail; not in lists, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Bounce(long id, @Nullable String recordType, @Nullable BounceType type, @Nullable Integer typeCode,
		@Nullable String name, @Nullable String tag, @Nullable String messageId, @Nullable Long serverId,
		@Nullable String messageStream, @Nullable String description, @Nullable String details, @Nullable String email,
		@Nullable String from, @Nullable OffsetDateTime bouncedAt, @Nullable Boolean dumpAvailable,
		@Nullable Boolean inactive, @Nullable Boolean canActivate, @Nullable String subject, @Nullable String content) {

}
