package io.github.postmarkspring.client.outbound;

import java.util.Map;

import io.github.postmarkspring.client.page.PagedQuery;

/**
 * Which of the opens or clicks of one message to give. Postmark lets one read the first
 * 10,000 rows.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public final class MessageTrackingQuery extends PagedQuery<MessageTrackingQuery> {

	private MessageTrackingQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static MessageTrackingQuery create() {
		return new MessageTrackingQuery(firstPage());
	}

	@Override
	protected MessageTrackingQuery with(Map<String, String> parameters) {
		return new MessageTrackingQuery(parameters);
	}

	@Override
	protected boolean isLimited() {
		return true;
	}

}
