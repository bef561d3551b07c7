package io.github.postmarkspring.client.outbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A program that opened a message or followed a link, or the system it ran on.
 *
 * @param name the name, or {@code null}
 * @param company who makes it, or {@code null}
 * @param family the family it belongs to, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Client(@Nullable String name, @Nullable String company, @Nullable String family) {

}
