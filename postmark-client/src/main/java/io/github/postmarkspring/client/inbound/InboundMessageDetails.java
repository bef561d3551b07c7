package io.github.postmarkspring.client.inbound;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Mail that came in, with its content.
 *
 * @param messageId the id
 * @param from the address of the sender, or {@code null}
 * @param fromName the name of the sender, or {@code null}
 * @param fromFull the sender, or {@code null}
 * @param to the recipients as written, or {@code null}
 * @param toFull the recipients
 * @param cc the recipients of copies as written, or {@code null}
 * @param ccFull the recipients of copies
 * @param bcc the hidden recipients as written, or {@code null}
 * @param bccFull the hidden recipients
 * @param replyTo where answers go, or {@code null}
 * @param originalRecipient the address it was delivered to, or {@code null}
 * @param subject the subject, or {@code null}
 * @param date the date as the sender wrote it, in the manner of RFC 2822, or {@code
 * null}
 * @param mailboxHash what stands after the plus sign of the recipient, or {@code null}
 * @param tag the tag, or {@code null}
 * @param attachments the attached files
 * @param status what became of it, or {@code null}
 * @param messageStream the id of the message stream, or {@code null}
 * @param textBody the text body, or {@code null}
 * @param htmlBody the HTML body, or {@code null}
 * @param strippedTextReply the text of an answer without what it answers, or {@code
 * null}
 * @param headers the headers
 * @param blockedReason why it was blocked, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record InboundMessageDetails(String messageId, @Nullable String from, @Nullable String fromName,
		@Nullable InboundAddress fromFull, @Nullable String to, List<InboundAddress> toFull, @Nullable String cc,
		List<InboundAddress> ccFull, @Nullable String bcc, List<InboundAddress> bccFull, @Nullable String replyTo,
		@Nullable String originalRecipient, @Nullable String subject, @Nullable String date,
		@Nullable String mailboxHash, @Nullable String tag, List<InboundAttachment> attachments,
		@Nullable InboundStatus status, @Nullable String messageStream, @Nullable String textBody,
		@Nullable String htmlBody, @Nullable String strippedTextReply, List<InboundHeader> headers,
		@Nullable String blockedReason) {

	public InboundMessageDetails {
		toFull = Lists.copy(toFull);
		ccFull = Lists.copy(ccFull);
		bccFull = Lists.copy(bccFull);
		attachments = Lists.copy(attachments);
		headers = Lists.copy(headers);
	}

}
