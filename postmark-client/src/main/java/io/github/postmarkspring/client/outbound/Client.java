package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record Client(@JsonProperty("Name") @Nullable String name, @JsonProperty("Company") @Nullable String company,
		@JsonProperty("Family") @Nullable String family) {

}
