package io.github.postmarkspring.client.template;

import java.util.Map;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of a trial.
 *
 * @param allContentIsValid whether all that was sent is valid, or {@code null}
 * @param subject the subject, or {@code null} if it was not sent
 * @param htmlBody the HTML body, or {@code null} if it was not sent
 * @param textBody the text body, or {@code null} if it was not sent
 * @param suggestedTemplateModel a model with every placeholder, merged with the one that
 * was sent
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record TemplateValidation(@Nullable Boolean allContentIsValid, @Nullable ContentValidation subject,
		@Nullable ContentValidation htmlBody, @Nullable ContentValidation textBody,
		Map<String, Object> suggestedTemplateModel) {

	public TemplateValidation {
		suggestedTemplateModel = Lists.copy(suggestedTemplateModel);
	}

}
