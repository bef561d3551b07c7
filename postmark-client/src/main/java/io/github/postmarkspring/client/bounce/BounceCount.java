package io.github.postmarkspring.client.bounce;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record BounceCount(@Nullable String name, @Nullable Integer count, @Nullable BounceType type) {

}
