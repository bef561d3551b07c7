package io.github.postmarkspring.client.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An address in mail that came in.
 *
 * @param email the address, or {@code null}
 * @param name the name, or {@code null}
 * @param mailboxHash what stands after the plus sign, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record InboundAddress(@JsonProperty("Email") @Nullable String email, @JsonProperty("Name") @Nullable String name,
		@JsonProperty("MailboxHash") @Nullable String mailboxHash) {

}
