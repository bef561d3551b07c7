package io.github.postmarkspring.emulator.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param subject the subject, perhaps empty
 * @param htmlBody the HTML, if any
 * @param textBody the plain text, if any
 * @param attachments the files
 * @param unrenderable whether a template could not be rendered, so that the text says why
 * instead, and the message bounces
 * @since 0.1.0
 */
public record Content(String subject, @Nullable String htmlBody, @Nullable String textBody,
		List<Attachment> attachments, boolean unrenderable) {

}
