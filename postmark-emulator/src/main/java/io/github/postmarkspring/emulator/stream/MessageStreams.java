package io.github.postmarkspring.emulator.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a server, at first the three that a new server of Postmark's has.
 *
 * @since 0.1.0
 */
public final class MessageStreams {

	/**
	 * The stream of a message that names none, and of a search that names none.
	 */
	public static final String DEFAULT = "outbound";

	/**
	 * The stream of a bulk request that names none.
	 */
	public static final String BROADCAST = "broadcast";

	/**
	 * The stream of mail that comes in.
	 */
	public static final String INBOUND = "inbound";

	private static final int MAX_STREAMS = 10;

	private final List<MessageStream> streams = new ArrayList<>();

	private MessageStreams(Instant now) {
		seed(DEFAULT, "Default Transactional Stream", MessageStream.Type.TRANSACTIONAL, now);
		seed(BROADCAST, "Default Broadcast Stream", MessageStream.Type.BROADCASTS, now);
		seed(INBOUND, "Default Inbound Stream", MessageStream.Type.INBOUND, now);
	}

	private void seed(String id, String name, MessageStream.Type type, Instant now) {
		this.streams.add(new MessageStream(id, name, null, type, defaultHandling(type), now, null, null));
	}

	/**
	 * Returns the streams of a server.
	 * @param server the server
	 * @return its streams
	 */
	public static MessageStreams of(EmulatedServer server) {
		return server.state(MessageStreams.class, () -> new MessageStreams(server.now()));
	}

	static MessageStream.UnsubscribeHandling defaultHandling(MessageStream.Type type) {
		return (type == MessageStream.Type.BROADCASTS) ? MessageStream.UnsubscribeHandling.POSTMARK
				: MessageStream.UnsubscribeHandling.NONE;
	}

	/**
	 * Finds a stream.
	 * @param id its ID, in any letter case
	 * @return the stream, or {@code null} if there is none
	 */
	public synchronized @Nullable MessageStream find(String id) {
		for (MessageStream stream : this.streams) {
			if (stream.id().equalsIgnoreCase(id)) {
				return stream;
			}
		}
		return null;
	}

	/**
	 * Finds a stream that must be there.
	 * @param id its ID, in any letter case
	 * @return the stream
	 * @throws ApiException with code 1226 if there is none
	 */
	public synchronized MessageStream require(String id) {
		MessageStream stream = find(id);
		if (stream == null) {
			throw ApiException.unprocessable(1226, "The message stream for the provided 'ID' was not found.");
		}
		return stream;
	}

	/**
	 * Returns all streams.
	 * @return a copy, oldest first
	 */
	public synchronized List<MessageStream> all() {
		return List.copyOf(this.streams);
	}

	synchronized void add(MessageStream stream) {
		if (find(stream.id()) != null) {
			throw ApiException.unprocessable(1230, "A message stream with this 'ID' exists already.");
		}
		if (this.streams.size() >= MAX_STREAMS) {
			throw ApiException.unprocessable(1225, "A server is limited to " + MAX_STREAMS + " message streams.");
		}
		this.streams.add(stream);
	}

	/**
	 * Changes a stream. What others change meanwhile is not lost: they wait.
	 * @throws ApiException with code 1226 if there is none, or what the change throws
	 */
	synchronized MessageStream change(String id, UnaryOperator<MessageStream> change) {
		MessageStream before = require(id);
		MessageStream after = change.apply(before);
		this.streams.set(this.streams.indexOf(before), after);
		return after;
	}

}
