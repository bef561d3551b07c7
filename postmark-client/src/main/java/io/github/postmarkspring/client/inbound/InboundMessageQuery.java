package io.github.postmarkspring.client.inbound;

import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.client.page.PeriodQuery;

/**
 * Which mail to look for. Unless a status is named, Postmark gives processed mail only.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public final class InboundMessageQuery extends PeriodQuery<InboundMessageQuery> {

	private InboundMessageQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static InboundMessageQuery create() {
		return new InboundMessageQuery(firstPage());
	}

	@Override
	protected InboundMessageQuery with(Map<String, String> parameters) {
		return new InboundMessageQuery(parameters);
	}

	/**
	 * Look for mail to an address.
	 * @param recipient the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public InboundMessageQuery recipient(String recipient) {
		return parameter("recipient", recipient);
	}

	/**
	 * Look for mail from an address.
	 * @param sender the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public InboundMessageQuery sender(String sender) {
		return parameter("fromemail", sender);
	}

	/**
	 * Look for mail with a subject.
	 * @param subject the subject
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public InboundMessageQuery subject(String subject) {
		return parameter("subject", subject);
	}

	/**
	 * Look for mail with a text after the plus sign of the recipient.
	 * @param mailboxHash the text
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public InboundMessageQuery mailboxHash(String mailboxHash) {
		return parameter("mailboxhash", mailboxHash);
	}

	/**
	 * Look for mail with a tag.
	 * @param tag the tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public InboundMessageQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for mail with a status.
	 * @param status the status
	 * @return a new query
	 */
	public InboundMessageQuery status(InboundStatus status) {
		return parameter("status", status.value().toLowerCase(Locale.ROOT));
	}

}
