package io.github.postmarkspring.client.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A domain whose DKIM key is being renewed.
 *
 * @param id the id
 * @param name the domain, or {@code null}
 * @param dkimVerified whether the DKIM record is there, or {@code null}
 * @param weakDkim whether the DKIM key is shorter than it should be, or {@code null}
 * @param dkimHost the name of the DKIM record in use, or {@code null}
 * @param dkimTextValue the text of the DKIM record in use, or {@code null}
 * @param dkimPendingHost the name of a DKIM record that is not there yet, or {@code
 * null}
 * @param dkimPendingTextValue the text of a DKIM record that is not there yet, or
 * {@code null}
 * @param dkimRevokedHost the name of a DKIM record that is no longer in use, or {@code
 * null}
 * @param dkimRevokedTextValue the text of a DKIM record that is no longer in use, or
 * {@code null}
 * @param safeToRemoveRevokedKeyFromDns whether that record can be deleted, or {@code
 * null}
 * @param dkimUpdateStatus how far a new key is, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record DkimRotation(long id, @Nullable String name, @JsonProperty("DKIMVerified") @Nullable Boolean dkimVerified,
		@JsonProperty("WeakDKIM") @Nullable Boolean weakDkim, @JsonProperty("DKIMHost") @Nullable String dkimHost,
		@JsonProperty("DKIMTextValue") @Nullable String dkimTextValue,
		@JsonProperty("DKIMPendingHost") @Nullable String dkimPendingHost,
		@JsonProperty("DKIMPendingTextValue") @Nullable String dkimPendingTextValue,
		@JsonProperty("DKIMRevokedHost") @Nullable String dkimRevokedHost,
		@JsonProperty("DKIMRevokedTextValue") @Nullable String dkimRevokedTextValue,
		@JsonProperty("SafeToRemoveRevokedKeyFromDNS") @Nullable Boolean safeToRemoveRevokedKeyFromDns,
		@JsonProperty("DKIMUpdateStatus") @Nullable DkimUpdateStatus dkimUpdateStatus) {

}
