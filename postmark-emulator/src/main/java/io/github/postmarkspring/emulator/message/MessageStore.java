package io.github.postmarkspring.emulator.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The messages that were accepted, bounded in number and in bytes: the oldest go first.
 * Safe for use by several threads; readers get a copy, so that none holds up a sender.
 *
 * @since 0.1.0
 */
public final class MessageStore {

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private static final int MAX_EVENTS = 1000;

	private final Map<String, OutboundMessage> messages = new LinkedHashMap<>();

	private final Map<String, List<MessageEvent>> events = new HashMap<>();

	private final int maxMessages;

	private final Duration initialIndexDelay;

	private volatile Duration indexDelay;

	private long bytes;

	private long version;

	/**
	 * Creates a store whose messages are searched at once.
	 * @param maxMessages how many messages it keeps, at least 1
	 */
	public MessageStore(int maxMessages) {
		this(maxMessages, Duration.ZERO);
	}

	/**
	 * Creates a store.
	 * @param maxMessages how many messages it keeps, at least 1
	 * @param indexDelay how long after it was taken a message can be found, also after
	 * {@link #clear()}
	 */
	public MessageStore(int maxMessages, Duration indexDelay) {
		this.maxMessages = maxMessages;
		this.initialIndexDelay = indexDelay;
		this.indexDelay = indexDelay;
	}

	/**
	 * Sets how long after it was taken a message can be found.
	 * @param indexDelay the delay, by the clock of the emulator
	 */
	public void indexDelay(Duration indexDelay) {
		this.indexDelay = indexDelay;
	}

	/**
	 * Returns the messages that can be found.
	 * @param now what time it is
	 * @return a copy, newest first
	 */
	public List<OutboundMessage> indexed(Instant now) {
		Duration delay = this.indexDelay;
		List<OutboundMessage> messages = newestFirst();
		if (!delay.isZero()) {
			messages.removeIf((message) -> message.submittedAt().plus(delay).isAfter(now));
		}
		return messages;
	}

	/**
	 * Returns an empty store of the same size, to try something out.
	 * @return the other store
	 */
	public MessageStore blank() {
		return new MessageStore(this.maxMessages, this.initialIndexDelay);
	}

	/**
	 * Keeps messages, in place of the oldest ones if need be.
	 * @param accepted the new messages, oldest first
	 */
	public synchronized void add(List<OutboundMessage> accepted) {
		for (OutboundMessage message : accepted) {
			this.messages.put(message.id(), message);
			this.bytes += message.weight();
			this.version++;
		}
		Iterator<OutboundMessage> oldest = this.messages.values().iterator();
		while (this.messages.size() > this.maxMessages || (this.bytes > MAX_BYTES && this.messages.size() > 1)) {
			OutboundMessage message = oldest.next();
			this.bytes -= message.weight();
			this.events.remove(message.id());
			oldest.remove();
		}
	}

	/**
	 * Finds a message.
	 * @param id its ID, in any letter case
	 * @return the message, or {@code null} if there is none (any more)
	 */
	public synchronized @Nullable OutboundMessage find(String id) {
		return this.messages.get(id.toLowerCase(Locale.ROOT));
	}

	/**
	 * Finds a message of a server.
	 * @param serverId the server's number
	 * @param id the message's ID, in any letter case
	 * @return the message, or {@code null} if the server has none (any more)
	 */
	public @Nullable OutboundMessage find(long serverId, String id) {
		OutboundMessage message = find(id);
		return (message != null && message.delivery().serverId() == serverId) ? message : null;
	}

	/**
	 * Keeps what became of a message, as long as the message itself is kept.
	 * @param id the message's ID
	 * @param event the event
	 */
	public synchronized void append(String id, MessageEvent event) {
		if (this.messages.containsKey(id)) {
			List<MessageEvent> events = this.events.computeIfAbsent(id, (key) -> new ArrayList<>(2));
			if (events.size() < MAX_EVENTS) {
				events.add(event);
			}
		}
	}

	/**
	 * Returns what became of a message.
	 * @param id the message's ID
	 * @return a copy, oldest first
	 */
	public synchronized List<MessageEvent> events(String id) {
		return List.copyOf(this.events.getOrDefault(id, List.of()));
	}

	/**
	 * Returns all messages.
	 * @return a copy, newest first
	 */
	public List<OutboundMessage> newestFirst() {
		List<OutboundMessage> copy = snapshot();
		Collections.reverse(copy);
		return copy;
	}

	/**
	 * Returns a number that differs whenever the content does.
	 * @return the version
	 */
	public synchronized long version() {
		return this.version;
	}

	/**
	 * Forgets all messages.
	 */
	public synchronized void clear() {
		this.messages.clear();
		this.events.clear();
		this.indexDelay = this.initialIndexDelay;
		this.bytes = 0;
		this.version++;
	}

	private synchronized List<OutboundMessage> snapshot() {
		return new ArrayList<>(this.messages.values());
	}

}
