package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a message.
 *
 * @param email the address, or {@code null}
 * @param name the name, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record Recipient(@JsonProperty("Email") @Nullable String email, @JsonProperty("Name") @Nullable String name) {

}
