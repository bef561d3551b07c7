package io.github.postmarkspring.client.inbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

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
public record InboundMessageDetails(@JsonProperty("MessageID") String messageId,
		@JsonProperty("From") @Nullable String from, @JsonProperty("FromName") @Nullable String fromName,
		@JsonProperty("FromFull") @Nullable InboundAddress fromFull, @JsonProperty("To") @Nullable String to,
		@JsonProperty("ToFull") List<InboundAddress> toFull, @JsonProperty("Cc") @Nullable String cc,
		@JsonProperty("CcFull") List<InboundAddress> ccFull, @JsonProperty("Bcc") @Nullable String bcc,
		@JsonProperty("BccFull") List<InboundAddress> bccFull, @JsonProperty("ReplyTo") @Nullable String replyTo,
		@JsonProperty("OriginalRecipient") @Nullable String originalRecipient,
		@JsonProperty("Subject") @Nullable String subject, @JsonProperty("Date") @Nullable String date,
		@JsonProperty("MailboxHash") @Nullable String mailboxHash, @JsonProperty("Tag") @Nullable String tag,
		@JsonProperty("Attachments") List<InboundAttachment> attachments,
		@JsonProperty("Status") @Nullable InboundStatus status,
		@JsonProperty("MessageStream") @Nullable String messageStream,
		@JsonProperty("TextBody") @Nullable String textBody, @JsonProperty("HtmlBody") @Nullable String htmlBody,
		@JsonProperty("StrippedTextReply") @Nullable String strippedTextReply,
		@JsonProperty("Headers") List<InboundHeader> headers,
		@JsonProperty("BlockedReason") @Nullable String blockedReason) {

	public InboundMessageDetails {
		toFull = Lists.copy(toFull);
		ccFull = Lists.copy(ccFull);
		bccFull = Lists.copy(bccFull);
		attachments = Lists.copy(attachments);
		headers = Lists.copy(headers);
	}

}
