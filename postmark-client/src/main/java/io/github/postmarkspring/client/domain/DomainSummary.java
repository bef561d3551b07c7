package io.github.postmarkspring.client.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A domain, as lists give it.
 *
 * @param id the id
 * @param name the domain, or {@code null}
 * @param spfVerified whether the SPF record is there; no longer needed, or {@code null}
 * @param dkimVerified whether the DKIM record is there, or {@code null}
 * @param weakDkim whether the DKIM key is shorter than it should be, or {@code null}
 * @param returnPathDomainVerified whether the CNAME record of that domain is there, or
 * {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record DomainSummary(long id, @Nullable String name, @JsonProperty("SPFVerified") @Nullable Boolean spfVerified,
		@JsonProperty("DKIMVerified") @Nullable Boolean dkimVerified,
		@JsonProperty("WeakDKIM") @Nullable Boolean weakDkim, @Nullable Boolean returnPathDomainVerified) {

}
