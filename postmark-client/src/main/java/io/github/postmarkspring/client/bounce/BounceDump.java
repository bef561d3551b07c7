package io.github.postmarkspring.client.bounce;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The raw mail of a bounce.
 *
 * @param body the raw mail, empty when it is gone: Postmark keeps it for 30 days, or
 * {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record BounceDump(@Nullable String body) {

}
