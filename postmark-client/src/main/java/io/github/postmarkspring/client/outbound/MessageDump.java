package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The raw mail of a message.
 *
 * @param body the raw mail, empty when it is gone, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record MessageDump(@JsonProperty("Body") @Nullable String body) {

}
