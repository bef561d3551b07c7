package io.github.postmarkspring.client.bulk;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.http.SendingRequest;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageHeader;
import io.github.postmarkspring.client.message.TrackLinks;

/**
 * A bulk mailing to send.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public final class BulkEmail extends JsonRequest<BulkEmail> implements SendingRequest {

	private BulkEmail(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Send content of its own, which may have placeholders.
	 * @param from the sender
	 * @param subject the subject
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static BulkEmail content(EmailAddress from, String subject) {
		return new BulkEmail(Map.of()).field("From", from.format()).field("Subject", required("subject", subject));
	}

	/**
	 * Send a template.
	 * @param from the sender
	 * @param templateAlias the alias of the template
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static BulkEmail template(EmailAddress from, String templateAlias) {
		return new BulkEmail(Map.of()).field("From", from.format())
			.field("TemplateAlias", required("templateAlias", templateAlias));
	}

	/**
	 * Send a template.
	 * @param from the sender
	 * @param templateId the id of the template
	 * @return the request
	 */
	public static BulkEmail template(EmailAddress from, long templateId) {
		return new BulkEmail(Map.of()).field("From", from.format()).field("TemplateId", templateId);
	}

	@Override
	protected BulkEmail with(Map<String, Object> fields) {
		return new BulkEmail(fields);
	}

	/**
	 * Set the HTML body.
	 * @param htmlBody the HTML body
	 * @return a new request
	 */
	public BulkEmail htmlBody(String htmlBody) {
		return field("HtmlBody", htmlBody);
	}

	/**
	 * Set the text body.
	 * @param textBody the text body
	 * @return a new request
	 */
	public BulkEmail textBody(String textBody) {
		return field("TextBody", textBody);
	}

	/**
	 * Set whether styles are moved into the elements of the HTML body.
	 * @param inlineCss whether styles are moved into the elements of the HTML body
	 * @return a new request
	 */
	public BulkEmail inlineCss(boolean inlineCss) {
		return field("InlineCss", inlineCss);
	}

	/**
	 * Set where answers go.
	 * @param replyTo where answers go
	 * @return a new request
	 */
	public BulkEmail replyTo(List<EmailAddress> replyTo) {
		return field("ReplyTo", BulkFields.addresses("replyTo", replyTo));
	}

	/**
	 * Set the tag, up to 1,000 characters.
	 * @param tag the tag
	 * @return a new request
	 */
	public BulkEmail tag(String tag) {
		return field("Tag", tag);
	}

	/**
	 * Set whether opens are tracked.
	 * @param trackOpens whether opens are tracked
	 * @return a new request
	 */
	public BulkEmail trackOpens(boolean trackOpens) {
		return field("TrackOpens", trackOpens);
	}

	/**
	 * Set where links are tracked.
	 * @param trackLinks where links are tracked
	 * @return a new request
	 */
	public BulkEmail trackLinks(TrackLinks trackLinks) {
		return field("TrackLinks", trackLinks);
	}

	/**
	 * Set the attachments, whose content is read now and kept in memory.
	 * @param attachments the attachments
	 * @return a new request
	 */
	public BulkEmail attachments(List<Attachment> attachments) {
		return field("Attachments", BulkFields.attachments(attachments));
	}

	/**
	 * Set metadata, which webhooks and searches give back; up to 10 entries.
	 * @param metadata metadata
	 * @return a new request
	 */
	public BulkEmail metadata(Map<String, String> metadata) {
		return field("Metadata", Map.copyOf(metadata));
	}

	/**
	 * Set headers.
	 * @param headers headers
	 * @return a new request
	 */
	public BulkEmail headers(List<MessageHeader> headers) {
		return field("Headers", BulkFields.headers(headers));
	}

	/**
	 * Set the id of a broadcast stream; the default one unless told otherwise.
	 * @param messageStream the id of a broadcast stream
	 * @return a new request
	 */
	public BulkEmail messageStream(String messageStream) {
		return field("MessageStream", messageStream);
	}

	/**
	 * Set the messages: any number, as long as the whole request has 50 MB at most.
	 * @param messages the messages
	 * @return a new request
	 */
	public BulkEmail messages(List<BulkRecipient> messages) {
		return field("Messages", List.copyOf(messages));
	}

}
