package io.github.postmarkspring.client.template;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record ValidationError(@Nullable String message, @Nullable Integer line, @Nullable Integer characterPosition) {

}
