package io.github.postmarkspring.client.signature;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record SenderSignatureSummary(long id, @Nullable String domain, @Nullable String emailAddress,
		@Nullable String replyToEmailAddress, @Nullable String name, @Nullable Boolean confirmed) {

}
