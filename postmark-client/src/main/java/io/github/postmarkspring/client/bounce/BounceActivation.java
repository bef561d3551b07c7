package io.github.postmarkspring.client.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An address that was made active again.
 *
 * @param message what Postmark says about it, or {@code null}
 * @param bounce the bounce, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record BounceActivation(@JsonProperty("Message") @Nullable String message,
		@JsonProperty("Bounce") @Nullable Bounce bounce) {

}
