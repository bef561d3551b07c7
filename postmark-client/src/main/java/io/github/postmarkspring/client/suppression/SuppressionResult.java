package io.github.postmarkspring.client.suppression;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of the suppression of one address.
 *
 * @param emailAddress the address, or {@code null}
 * @param status what became of it, or {@code null}
 * @param message why it failed, or {@code null} if it did not
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
@JsonNaming(PostmarkNames.class)
public record SuppressionResult(@Nullable String emailAddress, @Nullable SuppressionStatus status,
		@Nullable String message) {

}
