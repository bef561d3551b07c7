package io.github.postmarkspring.client.suppression;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An address that a stream does not send to.
 *
 * @param emailAddress the address, or {@code null}
 * @param reason why, or {@code null}
 * @param origin who did it, or {@code null}
 * @param createdAt since when, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Suppression(@Nullable String emailAddress,
		@JsonProperty("SuppressionReason") @Nullable SuppressionReason reason, @Nullable SuppressionOrigin origin,
		@Nullable OffsetDateTime createdAt) {

}
