package io.github.postmarkspring.client.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many bounces of a type there are.
 *
 * @param name the name of the type, or {@code All}, or {@code null}
 * @param count how many there are, or {@code null}
 * @param type the type, or {@code null} for all
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record BounceCount(@JsonProperty("Name") @Nullable String name, @JsonProperty("Count") @Nullable Integer count,
		@JsonProperty("Type") @Nullable BounceType type) {

}
