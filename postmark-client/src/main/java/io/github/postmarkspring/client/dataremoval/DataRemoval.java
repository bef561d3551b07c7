package io.github.postmarkspring.client.dataremoval;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A removal of what Postmark knows of a recipient.
 *
 * @param id the id
 * @param status how far it is, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Postmark: Data
 * Removals API</a>
 */
public record DataRemoval(@JsonProperty("ID") long id, @JsonProperty("Status") @Nullable DataRemovalStatus status) {

}
