package io.github.postmarkspring.client.template;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

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
public record TemplateValidation(@JsonProperty("AllContentIsValid") @Nullable Boolean allContentIsValid,
		@JsonProperty("Subject") @Nullable ContentValidation subject,
		@JsonProperty("HtmlBody") @Nullable ContentValidation htmlBody,
		@JsonProperty("TextBody") @Nullable ContentValidation textBody,
		@JsonProperty("SuggestedTemplateModel") Map<String, Object> suggestedTemplateModel) {

	public TemplateValidation {
		suggestedTemplateModel = Lists.copy(suggestedTemplateModel);
	}

}
