package io.github.postmarkspring.client.bounce;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An address that was made active again.
 *
 * @param message what Postmark says about it, or {@code null}
 * @param bounce the bounce, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record BounceActivation(@Nullable String message, @Nullable Bounce bounce) {

}
