package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

/**
 * Messages that follow each other and fit into one request, or into two if they are of
 * both kinds, with those that were found invalid between them.
 */
class BatchWindow {

	// Around the messages: the object of the templated ones and a comma for each.
	private static final int OVERHEAD = 20;

	private final BatchSettings settings;

	private final List<PreparedMessage> messages = new ArrayList<>();

	private final List<BatchItem> invalid = new ArrayList<>();

	private long bytes = OVERHEAD;

	private @Nullable PostmarkException refusal;

	private @Nullable Throwable failure;

	BatchWindow(BatchSettings settings) {
		this.settings = settings;
	}

	/**
	 * Whether the message fits. A first one always does: it is no larger than a message
	 * may be.
	 */
	boolean hasRoomFor(PreparedMessage message) {
		return this.messages.isEmpty() || this.messages.size() < this.settings.maxMessages()
				&& this.bytes + message.body().length() + 1 <= this.settings.maxBytes();
	}

	void add(PreparedMessage message) {
		this.messages.add(message);
		this.bytes += message.body().length() + 1;
	}

	void addInvalid(BatchItem item) {
		this.invalid.add(item);
	}

	boolean isEmpty() {
		return this.messages.isEmpty() && this.invalid.isEmpty();
	}

	/** So that invalid messages alone do not pile up. */
	boolean isFull() {
		return this.invalid.size() >= this.settings.maxMessages();
	}

	/** The messages as they were given, in any order. */
	List<OutboundMessage> given() {
		return Stream
			.concat(this.messages.stream().map(PreparedMessage::message), this.invalid.stream().map(BatchItem::message))
			.toList();
	}

	/**
	 * Let none of them be sent.
	 * @param reason why not
	 */
	void refuse(PostmarkException reason) {
		this.refusal = reason;
	}

	/**
	 * Return with what sending failed that is not the business of a message: an error, as
	 * a rule.
	 * @return the failure, or {@code null} if there was none
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Send them. Never fails: messages of which nothing else is known may have been sent.
	 * @param dispatch hands over messages of one kind
	 * @return what became of each, in the order given
	 */
	List<BatchItem> send(MessageDispatch dispatch) {
		try {
			return outcomes(dispatch);
		}
		finally {
			this.messages.forEach((message) -> message.body().release());
		}
	}

	private List<BatchItem> outcomes(MessageDispatch dispatch) {
		List<BatchItem> items = new ArrayList<>(this.invalid);
		Map<Boolean, List<PreparedMessage>> kinds = this.messages.stream()
			.collect(Collectors.partitioningBy(PreparedMessage::isTemplated));
		kinds.values().forEach((messages) -> items.addAll(outcomes(dispatch, messages)));
		items.sort(Comparator.comparingLong(BatchItem::index));
		return items;
	}

	private List<BatchItem> outcomes(MessageDispatch dispatch, List<PreparedMessage> messages) {
		PostmarkException reason = this.refusal;
		if (reason == null) {
			try {
				return dispatch.sendAll(messages);
			}
			catch (Throwable ex) {
				this.failure = ex;
				reason = new AmbiguousSendException(
						"The request failed with a " + ex.getClass().getName() + ", the message may have been sent",
						null, ex);
			}
		}
		return failed(messages, reason);
	}

	private static List<BatchItem> failed(List<PreparedMessage> messages, PostmarkException reason) {
		return messages.stream().map((message) -> message.failed(reason)).toList();
	}

}
