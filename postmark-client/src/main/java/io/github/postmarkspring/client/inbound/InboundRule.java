package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A rule that blocks mail.
 *
 * @param id the id
 * @param rule the address or the domain whose mail is blocked, or {@code null}
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/api/inbound-rules-triggers-api">Postmark: Inbound
 * Rules API</a>
 */
@JsonNaming(PostmarkNames.class)
public record InboundRule(long id, @Nullable String rule) {

}
