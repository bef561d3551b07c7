package io.github.postmarkspring.client.bounce;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record Bounce(@JsonProperty("ID") long id, @JsonProperty("RecordType") @Nullable String recordType,
		@JsonProperty("Type") @Nullable BounceType type, @JsonProperty("TypeCode") @Nullable Integer typeCode,
		@JsonProperty("Name") @Nullable String name, @JsonProperty("Tag") @Nullable String tag,
		@JsonProperty("MessageID") @Nullable String messageId, @JsonProperty("ServerID") @Nullable Long serverId,
		@JsonProperty("MessageStream") @Nullable String messageStream,
		@JsonProperty("Description") @Nullable String description, @JsonProperty("Details") @Nullable String details,
		@JsonProperty("Email") @Nullable String email, @JsonProperty("From") @Nullable String from,
		@JsonProperty("BouncedAt") @Nullable OffsetDateTime bouncedAt,
		@JsonProperty("DumpAvailable") @Nullable Boolean dumpAvailable,
		@JsonProperty("Inactive") @Nullable Boolean inactive,
		@JsonProperty("CanActivate") @Nullable Boolean canActivate, @JsonProperty("Subject") @Nullable String subject,
		@JsonProperty("Content") @Nullable String content) {

}
