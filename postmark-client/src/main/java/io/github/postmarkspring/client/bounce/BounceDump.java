package io.github.postmarkspring.client.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The raw mail of a bounce.
 *
 * @param body the raw mail, empty when it is gone: Postmark keeps it for 30 days, or
 * {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record BounceDump(@JsonProperty("Body") @Nullable String body) {

}
