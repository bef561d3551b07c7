package io.github.postmarkspring.client.message;

import java.util.List;

/**
 * What became of many messages.
 *
 * @param items one for each message, in the order given
 * @since 0.1.0
 * @see PostmarkSender#sendAll
 */
public record BatchResult(List<BatchItem> items) {

	public BatchResult {
		items = List.copyOf(items);
	}

	/**
	 * Return those that Postmark has accepted.
	 * @return the messages with their results, in the order given
	 */
	public List<BatchItem.Accepted> accepted() {
		return only(BatchItem.Accepted.class);
	}

	/**
	 * Return those that were refused, by Postmark or before they were sent.
	 * @return the messages with the reasons, in the order given
	 */
	public List<BatchItem.Rejected> rejected() {
		return only(BatchItem.Rejected.class);
	}

	/**
	 * Return those of which nobody knows: sent again, they may arrive twice.
	 * @return the messages with what happened, in the order given
	 */
	public List<BatchItem.Unknown> unknown() {
		return only(BatchItem.Unknown.class);
	}

	/**
	 * Return those that did not reach Postmark.
	 * @return the messages with what happened, in the order given
	 */
	public List<BatchItem.NotAttempted> notAttempted() {
		return only(BatchItem.NotAttempted.class);
	}

	/**
	 * Return whether Postmark has accepted every message. Some recipients may still be
	 * suppressed: see {@link SendResult#inactiveRecipients()}.
	 * @return whether all were accepted
	 */
	public boolean isComplete() {
		return accepted().size() == this.items.size();
	}

	private <T extends BatchItem> List<T> only(Class<T> type) {
		return this.items.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Return the counts, and nothing of the messages.
	 */
	@Override
	public String toString() {
		return "BatchResult[accepted=" + accepted().size() + ", rejected=" + rejected().size() + ", unknown="
				+ unknown().size() + ", notAttempted=" + notAttempted().size() + "]";
	}

}
