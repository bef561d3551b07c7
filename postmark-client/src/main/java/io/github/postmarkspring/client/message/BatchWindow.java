package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	 * Send them.
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
		kinds.values().forEach((messages) -> items.addAll(dispatch.sendAll(messages)));
		items.sort(Comparator.comparingLong(BatchItem::index));
		return items;
	}

}
