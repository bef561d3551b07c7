package io.github.postmarkspring.client.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record InboundAttachment(@JsonProperty("Name") @Nullable String name,
		@JsonProperty("ContentID") @Nullable String contentId,
		@JsonProperty("ContentType") @Nullable String contentType,
		@JsonProperty("ContentLength") @Nullable Long contentLength) {

}
