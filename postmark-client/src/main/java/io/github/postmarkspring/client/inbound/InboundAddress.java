package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record InboundAddress(@Nullable String email, @Nullable String name, @Nullable String mailboxHash) {

}
