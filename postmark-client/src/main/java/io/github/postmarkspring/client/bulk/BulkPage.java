package io.github.postmarkspring.client.bulk;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of bulk mailings.
 *
 * @param mailings the mailings of this page, newest first
 * @param paginationKey the key of the next page, or {@code null} on the last
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record BulkPage(@JsonProperty("Requests") List<BulkMailing> mailings, @Nullable String paginationKey) {

	public BulkPage {
		mailings = Lists.copy(mailings);
	}

}
