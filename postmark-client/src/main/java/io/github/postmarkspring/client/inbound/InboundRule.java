package io.github.postmarkspring.client.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record InboundRule(@JsonProperty("ID") long id, @JsonProperty("Rule") @Nullable String rule) {

}
