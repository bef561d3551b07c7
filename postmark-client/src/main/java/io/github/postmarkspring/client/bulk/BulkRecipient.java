package io.github.postmarkspring.client.bulk;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageHeader;

/**
 * A message of a bulk mailing: who gets it, and what is theirs in it.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public final class BulkRecipient extends JsonRequest<BulkRecipient> {

	private BulkRecipient(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Address a message.
	 * @param to the recipients, 1 to 50
	 * @return the request
	 */
	public static BulkRecipient to(List<EmailAddress> to) {
		return new BulkRecipient(Map.of()).field("To", BulkFields.addresses("to", to));
	}

	@Override
	protected BulkRecipient with(Map<String, Object> fields) {
		return new BulkRecipient(fields);
	}

	/**
	 * Set the recipients of copies, 1 to 50.
	 * @param cc the recipients of copies
	 * @return a new request
	 */
	public BulkRecipient cc(List<EmailAddress> cc) {
		return field("Cc", BulkFields.addresses("cc", cc));
	}

	/**
	 * Set the hidden recipients, 1 to 50.
	 * @param bcc the hidden recipients
	 * @return a new request
	 */
	public BulkRecipient bcc(List<EmailAddress> bcc) {
		return field("Bcc", BulkFields.addresses("bcc", bcc));
	}

	/**
	 * Set the values for the placeholders: a map, or anything that becomes a JSON object.
	 * @param templateModel the values for the placeholders
	 * @return a new request
	 */
	public BulkRecipient templateModel(Object templateModel) {
		return field("TemplateModel", templateModel);
	}

	/**
	 * Set metadata, which webhooks and searches give back; up to 10 entries. They count
	 * before those of the mailing.
	 * @param metadata metadata
	 * @return a new request
	 */
	public BulkRecipient metadata(Map<String, String> metadata) {
		return field("Metadata", Map.copyOf(metadata));
	}

	/**
	 * Set headers. They count before those of the mailing.
	 * @param headers headers
	 * @return a new request
	 */
	public BulkRecipient headers(List<MessageHeader> headers) {
		return field("Headers", BulkFields.headers(headers));
	}

	/**
	 * Address a message.
	 * @param to the recipient, such as {@code Ann <ann@mail.example>}
	 * @return the request
	 * @throws IllegalArgumentException if the text is not an address
	 */
	public static BulkRecipient to(String to) {
		return to(List.of(EmailAddress.parse(to)));
	}

}
