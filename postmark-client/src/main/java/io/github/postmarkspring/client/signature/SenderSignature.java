package io.github.postmarkspring.client.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.domain.DkimUpdateStatus;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A sender signature with the DNS records of its domain.
 *
 * @param id the id
 * @param domain the domain of the address, or {@code null}
 * @param emailAddress the address, or {@code null}
 * @param replyToEmailAddress where answers go, or {@code null}
 * @param name the name of the sender, or {@code null}
 * @param confirmed whether the owner of the address has confirmed it, or {@code null}
 * @param spfVerified whether the SPF record is there; no longer needed, or {@code null}
 * @param spfHost the name of the SPF record; no longer needed, or {@code null}
 * @param spfTextValue the text of the SPF record; no longer needed, or {@code null}
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
 * @param returnPathDomain the domain that bounces come back to, or {@code null}
 * @param returnPathDomainVerified whether the CNAME record of that domain is there, or
 * {@code null}
 * @param returnPathDomainCnameValue where that record must point to, or {@code null}
 * @param confirmationPersonalNote what was added to the mail that asked for confirmation,
 * or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
@JsonNaming(PostmarkNames.class)
public record SenderSignature(long id, @Nullable String domain, @Nullable String emailAddress,
		@Nullable String replyToEmailAddress, @Nullable String name, @Nullable Boolean confirmed,
		@JsonProperty("SPFVerified") @Nullable Boolean spfVerified, @JsonProperty("SPFHost") @Nullable String spfHost,
		@JsonProperty("SPFTextValue") @Nullable String spfTextValue,
		@JsonProperty("DKIMVerified") @Nullable Boolean dkimVerified,
		@JsonProperty("WeakDKIM") @Nullable Boolean weakDkim, @JsonProperty("DKIMHost") @Nullable String dkimHost,
		@JsonProperty("DKIMTextValue") @Nullable String dkimTextValue,
		@JsonProperty("DKIMPendingHost") @Nullable String dkimPendingHost,
		@JsonProperty("DKIMPendingTextValue") @Nullable String dkimPendingTextValue,
		@JsonProperty("DKIMRevokedHost") @Nullable String dkimRevokedHost,
		@JsonProperty("DKIMRevokedTextValue") @Nullable String dkimRevokedTextValue,
		@JsonProperty("SafeToRemoveRevokedKeyFromDNS") @Nullable Boolean safeToRemoveRevokedKeyFromDns,
		@JsonProperty("DKIMUpdateStatus") @Nullable DkimUpdateStatus dkimUpdateStatus,
		@Nullable String returnPathDomain, @Nullable Boolean returnPathDomainVerified,
		@JsonProperty("ReturnPathDomainCNAMEValue") @Nullable String returnPathDomainCnameValue,
		@Nullable String confirmationPersonalNote) {

}
