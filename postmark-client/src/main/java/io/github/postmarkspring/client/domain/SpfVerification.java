package io.github.postmarkspring.client.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the SPF record found.
 *
 * @param spfVerified whether the SPF record is there; no longer needed, or {@code null}
 * @param spfHost the name of the SPF record; no longer needed, or {@code null}
 * @param spfTextValue the text of the SPF record; no longer needed, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public record SpfVerification(@JsonProperty("SPFVerified") @Nullable Boolean spfVerified,
		@JsonProperty("SPFHost") @Nullable String spfHost,
		@JsonProperty("SPFTextValue") @Nullable String spfTextValue) {

}
