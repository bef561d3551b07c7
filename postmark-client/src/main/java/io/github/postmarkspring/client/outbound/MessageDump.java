package io.github.postmarkspring.client.outbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The raw mail of a message.
 *
 * @param body the raw mail, empty when it is gone, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record MessageDump(@Nullable String body) {

}
