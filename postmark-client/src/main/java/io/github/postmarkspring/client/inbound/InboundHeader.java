package io.github.postmarkspring.client.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A header of mail that came in.
 *
 * @param name the name, or {@code null}
 * @param value the value, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record InboundHeader(@JsonProperty("Name") @Nullable String name,
		@JsonProperty("Value") @Nullable String value) {

}
