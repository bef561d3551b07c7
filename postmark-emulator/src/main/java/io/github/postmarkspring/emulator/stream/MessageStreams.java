package io.github.postmarkspring.emulator.stream;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The streams of the emulated server: the three that a new server of Postmark's has.
 *
 * @since 0.1.0
 */
public final class MessageStreams {

	/**
	 * The stream of a message that names none, and of a search that names none.
	 */
	public static final String DEFAULT = "outbound";

	private final List<MessageStream> streams = List.of(
			new MessageStream(DEFAULT, "Default Transactional Stream", MessageStream.Type.TRANSACTIONAL),
			new MessageStream("broadcast", "Default Broadcast Stream", MessageStream.Type.BROADCASTS),
			new MessageStream("inbound", "Default Inbound Stream", MessageStream.Type.INBOUND));

	/**
	 * Finds a stream.
	 * @param id its ID, in any letter case
	 * @return the stream, or {@code null} if there is none
	 */
	public @Nullable MessageStream find(String id) {
		for (MessageStream stream : this.streams) {
			if (stream.id().equalsIgnoreCase(id)) {
				return stream;
			}
		}
		return null;
	}

}
