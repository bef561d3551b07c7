package io.github.postmarkspring.client.webhookconfig;

import java.time.OffsetDateTime;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The time that statistics are about.
 *
 * @param startTime when it begins, or {@code null}
 * @param endTime when it ends, or {@code null}
 * @param hours how many hours it has, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookTimeRange(@Nullable OffsetDateTime startTime, @Nullable OffsetDateTime endTime,
		@Nullable Integer hours) {

}
