package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A file in mail that came in, without its content.
 *
 * @param name the name, or {@code null}
 * @param contentId the content id, or {@code null}
 * @param contentType the media type, or {@code null}
 * @param contentLength the length in bytes, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record InboundAttachment(@Nullable String name, @Nullable String contentId, @Nullable String contentType,
		@Nullable Long contentLength) {

}
