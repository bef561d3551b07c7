package io.github.postmarkspring.sample.letter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.inbound.InboundAddress;
import io.github.postmarkspring.client.webhook.event.InboundEvent;
import io.github.postmarkspring.client.webhook.event.ReceivedAttachment;
import io.github.postmarkspring.client.webhook.event.SpamVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A letter from a customer, or from anybody else: everything in it is a stranger's.
 *
 * @param id Postmark's id of the message
 * @param received when it came in
 * @param from who says to have written it
 * @param subject its subject
 * @param text its text, without what it answers
 * @param attachments the names of the attached files
 * @param spam whether Postmark takes it for spam
 * @param messageId the id by which the sender's mail program knows it
 */
record Letter(String id, OffsetDateTime received, InboundAddress from, String subject, String text,
		List<String> attachments, boolean spam, @Nullable String messageId) {

	private static final int MAX_SUBJECT = 200;

	private static final int MAX_TEXT = 20_000;

	private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,200}>");

	static Letter of(InboundEvent event) {
		String messageId = event.header("Message-ID");
		return new Letter(event.messageId(), OffsetDateTime.now(), event.fromFull(),
				start(event.subject(), MAX_SUBJECT), start(text(event), MAX_TEXT),
				event.attachments().stream().map(ReceivedAttachment::getFilename).toList(), isSpam(event.spamVerdict()),
				(messageId != null && MESSAGE_ID.matcher(messageId).matches()) ? messageId : null);
	}

	private static boolean isSpam(@Nullable SpamVerdict verdict) {
		return verdict != null && Boolean.TRUE.equals(verdict.spam());
	}

	private static @Nullable String text(InboundEvent event) {
		String reply = event.strippedTextReply();
		return (reply != null && !reply.isBlank()) ? reply : event.textBody();
	}

	private static String start(@Nullable String text, int max) {
		String whole = (text != null) ? text.strip() : "";
		return (whole.length() > max) ? whole.substring(0, max) + " …" : whole;
	}

}
