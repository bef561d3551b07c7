package io.github.postmarkspring.client.signature;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of sender signatures.
 *
 * @param totalCount how many there are on all pages
 * @param signatures the signatures of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
public record SenderSignaturePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("SenderSignatures") List<SenderSignatureSummary> signatures)
		implements
			Page<SenderSignatureSummary> {

	public SenderSignaturePage {
		signatures = Lists.copy(signatures);
	}

	@Override
	public List<SenderSignatureSummary> items() {
		return this.signatures;
	}

}
