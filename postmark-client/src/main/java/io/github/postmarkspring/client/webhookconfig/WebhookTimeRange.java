package io.github.postmarkspring.client.webhookconfig;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record WebhookTimeRange(@JsonProperty("StartTime") @Nullable OffsetDateTime startTime,
		@JsonProperty("EndTime") @Nullable OffsetDateTime endTime, @JsonProperty("Hours") @Nullable Integer hours) {

}
