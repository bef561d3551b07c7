package io.github.postmarkspring.sample.admin;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a template looks with a model.
 *
 * @param templateId the id of the template
 * @param name its name
 * @param model the model as JSON, as it was typed or as Postmark suggests it
 * @param subject the subject, if it could be rendered
 * @param htmlBody the HTML body, if there is one and it could be rendered
 * @param textBody the text body, if there is one and it could be rendered
 * @param problems what is wrong with the template or with the model
 */
record Preview(long templateId, @Nullable String name, String model, @Nullable String subject,
		@Nullable String htmlBody, @Nullable String textBody, List<String> problems) {

}
