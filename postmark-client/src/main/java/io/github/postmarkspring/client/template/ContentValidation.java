package io.github.postmarkspring.client.template;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of a subject or a body.
 *
 * @param contentIsValid whether it is valid, or {@code null}
 * @param validationErrors what is wrong with it
 * @param renderedContent what it renders to, or {@code null} if it is not valid
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record ContentValidation(@Nullable Boolean contentIsValid, List<ValidationError> validationErrors,
		@Nullable String renderedContent) {

	public ContentValidation {
		validationErrors = Lists.copy(validationErrors);
	}

}
