package io.github.postmarkspring.emulator.template;

import org.jspecify.annotations.Nullable;

/**
 * What came of a template and a model.
 *
 * @param subject the subject, if the template has one
 * @param htmlBody the HTML, if the template has any
 * @param textBody the plain text, if the template has any
 * @param failure why it could not be rendered, in which case there is nothing else
 * @since 0.1.0
 */
public record RenderedContent(@Nullable String subject, @Nullable String htmlBody, @Nullable String textBody,
		@Nullable String failure) {

	static RenderedContent failed(String why) {
		return new RenderedContent(null, null, null, why);
	}

}
