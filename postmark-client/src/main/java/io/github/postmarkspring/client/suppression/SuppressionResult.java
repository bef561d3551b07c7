package io.github.postmarkspring.client.suppression;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.message.EmailAddress;
import org.jspecify.annotations.Nullable;

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
public record SuppressionResult(@JsonProperty("EmailAddress") @Nullable String emailAddress,
		@JsonProperty("Status") @Nullable SuppressionStatus status, @JsonProperty("Message") @Nullable String message) {

}
