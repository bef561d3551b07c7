package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import io.github.postmarkspring.client.inbound.InboundAddress;
import io.github.postmarkspring.client.inbound.InboundHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.util.Assert;

/**
 * Mail that came in. Everything in it was written by a stranger.
 * <p>
 * The whole of what was posted stays in memory as long as an attachment or the raw mail
 * of this event does.
 *
 * @param server the name of the configured server that received the event
 * @param messageId the id, Postmark's; the sender's is among the headers
 * @param messageStream the id of the message stream, or {@code null}
 * @param from the sender as written, or {@code null}
 * @param fromName the name of the sender, or {@code null}
 * @param fromFull the sender
 * @param to the recipients as written, or {@code null}
 * @param toFull the recipients
 * @param cc the recipients of copies as written, or {@code null}
 * @param ccFull the recipients of copies
 * @param bcc the hidden recipients as written, or {@code null}
 * @param bccFull the hidden recipients
 * @param originalRecipient the address it was delivered to, or {@code null}
 * @param replyTo where answers go, as written, or {@code null}
 * @param subject the subject, or {@code null}
 * @param mailboxHash what stands after the plus sign of the recipient, or {@code null}
 * @param date the date as the sender wrote it, or {@code null}
 * @param textBody the text body, or {@code null}
 * @param htmlBody the HTML body as it came: it is not safe to show it; or {@code null}
 * @param strippedTextReply the text of an answer without what it answers, or {@code
 * null}
 * @param tag the tag, or {@code null}
 * @param headers the headers in their order. Those with a field of their own may be
 * missing
 * @param attachments the attached files
 * @param rawEmail the whole mail, or {@code null} if the server does not include it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Postmark:
 * Inbound webhook</a>
 */
@JsonNaming(PostmarkNames.class)
public record InboundEvent(@JsonDeserialize(using = ReceivingServer.class) @JsonProperty("server") String server,
		String messageId, @Nullable String messageStream, @Nullable String from, @Nullable String fromName,
		InboundAddress fromFull, @Nullable String to, List<InboundAddress> toFull, @Nullable String cc,
		List<InboundAddress> ccFull, @Nullable String bcc, List<InboundAddress> bccFull,
		@Nullable String originalRecipient, @Nullable String replyTo, @Nullable String subject,
		@Nullable String mailboxHash, @Nullable String date, @Nullable String textBody, @Nullable String htmlBody,
		@Nullable String strippedTextReply, @Nullable String tag, List<InboundHeader> headers,
		List<ReceivedAttachment> attachments, @Nullable RawEmail rawEmail) implements WebhookEvent {

	public InboundEvent {
		Assert.notNull(server, "'server' must not be null");
		Assert.notNull(messageId, "'messageId' must not be null");
		fromFull = WrittenAddresses.one(fromFull, from, fromName);
		toFull = WrittenAddresses.all(toFull, to);
		ccFull = WrittenAddresses.all(ccFull, cc);
		bccFull = WrittenAddresses.all(bccFull, bcc);
		tag = Tags.of(tag);
		headers = Lists.copy(headers);
		attachments = Lists.copy(attachments);
	}

	@Override
	public String recordType() {
		return "Inbound";
	}

	/**
	 * Mail that came in has no metadata.
	 */
	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	/**
	 * Return the date that the sender wrote.
	 * @return the date, or {@code null} if it is missing, is not one by RFC 5322, or has
	 * a zone that can only be guessed
	 */
	public @Nullable OffsetDateTime sentAt() {
		return MailDate.parse(this.date);
	}

	/**
	 * Return the first value of a header.
	 * @param name the name, in any case
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable String header(String name) {
		return this.headers.stream()
			.filter((header) -> name.equalsIgnoreCase(header.name()) && header.value() != null)
			.findFirst()
			.map(InboundHeader::value)
			.orElse(null);
	}

	/**
	 * Return what Postmark's spam filter said.
	 * @return the verdict, or {@code null} if the mail has none
	 */
	public @Nullable SpamVerdict spamVerdict() {
		return SpamVerdict.of(this.headers);
	}

	/**
	 * Return a text that is fit for a log: the ids, and nothing of the mail.
	 */
	@Override
	public String toString() {
		return EventText.of(this).with("attachments", this.attachments.size()).toString();
	}

}
