package io.github.postmarkspring.client.outbound;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import io.github.postmarkspring.client.message.TrackLinks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message that went out. Everything but the id may be missing from an answer.
 *
 * @param messageId the id
 * @param messageStream the id of the message stream, or {@code null}
 * @param tag the tag, or {@code null}
 * @param subject the subject, or {@code null}
 * @param from the sender, such as {@code "Shop" <orders@shop.example>}, or {@code null}
 * @param to the recipients
 * @param cc the recipients of copies
 * @param bcc the hidden recipients
 * @param recipients the addresses of all recipients
 * @param receivedAt when Postmark got it, or {@code null}
 * @param attachments the names of the attached files
 * @param status how far it is, or {@code null}
 * @param trackOpens whether opens are tracked, or {@code null}
 * @param trackLinks where links are tracked, or {@code null}
 * @param metadata the metadata
 * @param sandboxed whether it went to a sandbox server, which delivers nothing, or
 * {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record SentMessage(String messageId, @Nullable String messageStream, @Nullable String tag,
		@Nullable String subject, @Nullable String from, List<Recipient> to, List<Recipient> cc, List<Recipient> bcc,
		List<String> recipients, @Nullable OffsetDateTime receivedAt, List<String> attachments,
		@Nullable OutboundStatus status, @Nullable Boolean trackOpens, @Nullable TrackLinks trackLinks,
		Map<String, String> metadata, @Nullable Boolean sandboxed) {

	public SentMessage {
		to = Lists.copy(to);
		cc = Lists.copy(cc);
		bcc = Lists.copy(bcc);
		recipients = Lists.copy(recipients);
		attachments = Lists.copy(attachments);
		metadata = Lists.copy(metadata);
	}

}
