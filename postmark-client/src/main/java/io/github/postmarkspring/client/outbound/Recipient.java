package io.github.postmarkspring.client.outbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A recipient of a message.
 *
 * @param email the address, or {@code null}
 * @param name the name, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Recipient(@Nullable String email, @Nullable String name) {

}
