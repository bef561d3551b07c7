package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A header of mail that came in.
 *
 * @param name the name, or {@code null}
 * @param value the value, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record InboundHeader(@Nullable String name, @Nullable String value) {

}
