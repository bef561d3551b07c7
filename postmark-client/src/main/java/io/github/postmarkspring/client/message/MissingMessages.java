package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Messages of which it is not known whether they were accepted, until they are found.
 */
class MissingMessages {

	private final List<PreparedMessage> messages;

	private final Set<String> claimed;

	private final List<BatchItem.Accepted> found = new ArrayList<>();

	/**
	 * Create messages to find.
	 * @param claimed the ids of messages that are others
	 */
	MissingMessages(List<PreparedMessage> messages, Set<String> claimed) {
		this.messages = new ArrayList<>(messages);
		this.claimed = new HashSet<>(claimed);
	}

	/** Take a message for the one with its key, unless it is one that was found. */
	void claim(SentPage.Sent sent, @Nullable String key) {
		String id = sent.messageId();
		if (key == null || id == null || id.isBlank() || this.claimed.contains(id)) {
			return;
		}
		for (Iterator<PreparedMessage> left = this.messages.iterator(); left.hasNext();) {
			PreparedMessage message = left.next();
			if (key.equals(message.key())
					&& (message.message().reconciliationKey() == null || sent.isFor(message.message()))) {
				this.claimed.add(id);
				this.found.add(new BatchItem.Accepted(message.index(), message.message(), sent.toResult()));
				left.remove();
				return;
			}
		}
	}

	boolean isEmpty() {
		return this.messages.isEmpty();
	}

	boolean isAnyIn(String stream) {
		return this.messages.stream().anyMatch((message) -> message.stream().equals(stream));
	}

	/** A copy, by the message streams they were sent to. */
	Map<String, List<PreparedMessage>> byStream() {
		return this.messages.stream().collect(Collectors.groupingBy(PreparedMessage::stream));
	}

	/** Those that are missing still. */
	List<PreparedMessage> messages() {
		return this.messages;
	}

	List<BatchItem.Accepted> found() {
		return this.found;
	}

}
