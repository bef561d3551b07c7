package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a template.
 *
 * @param message what is wrong, or {@code null}
 * @param line the line, from 1, or {@code null}
 * @param characterPosition the position in the line, from 1, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record ValidationError(@JsonProperty("Message") @Nullable String message,
		@JsonProperty("Line") @Nullable Integer line,
		@JsonProperty("CharacterPosition") @Nullable Integer characterPosition) {

}
