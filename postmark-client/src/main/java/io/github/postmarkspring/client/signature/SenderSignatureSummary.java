package io.github.postmarkspring.client.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.message.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A sender signature, as lists give it.
 *
 * @param id the id
 * @param domain the domain of the address, or {@code null}
 * @param emailAddress the address, or {@code null}
 * @param replyToEmailAddress where answers go, or {@code null}
 * @param name the name of the sender, or {@code null}
 * @param confirmed whether the owner of the address has confirmed it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
public record SenderSignatureSummary(@JsonProperty("ID") long id, @JsonProperty("Domain") @Nullable String domain,
		@JsonProperty("EmailAddress") @Nullable String emailAddress,
		@JsonProperty("ReplyToEmailAddress") @Nullable String replyToEmailAddress,
		@JsonProperty("Name") @Nullable String name, @JsonProperty("Confirmed") @Nullable Boolean confirmed) {

}
