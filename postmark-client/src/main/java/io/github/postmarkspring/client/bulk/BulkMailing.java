package io.github.postmarkspring.client.bulk;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A bulk mailing. Its messages are told apart by metadata: Postmark gives no ids for
 * them. Everything but the id may be missing from an answer.
 *
 * @param id the id
 * @param status how far it is, or {@code null}
 * @param submittedAt when Postmark got it, or {@code null}
 * @param totalMessages how many messages it has, or {@code null}
 * @param percentageCompleted how much is done, 0 to 100, or {@code null}
 * @param releasedCount how many messages were handed to delivery, or {@code null}
 * @param failedCount how many were not: every recipient suppressed, or the content did
 * not render, or {@code null}
 * @param subject the subject, which a templated mailing does not have, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record BulkMailing(@JsonProperty("Id") String id, @Nullable BulkStatus status,
		@Nullable OffsetDateTime submittedAt, @Nullable Long totalMessages, @Nullable Double percentageCompleted,
		@Nullable Long releasedCount, @Nullable Long failedCount, @Nullable String subject) {

}
