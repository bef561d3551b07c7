package io.github.postmarkspring.client.dataremoval;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A removal of what Postmark knows of a recipient.
 *
 * @param id the id
 * @param status how far it is, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Postmark: Data
 * Removals API</a>
 */
@JsonNaming(PostmarkNames.class)
public record DataRemoval(long id, @Nullable DataRemovalStatus status) {

}
