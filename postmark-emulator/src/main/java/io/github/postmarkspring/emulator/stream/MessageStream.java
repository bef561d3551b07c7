package io.github.postmarkspring.emulator.stream;

/**
 * A message stream of the emulated server.
 *
 * @param id the stream's ID, such as {@code outbound}
 * @param name the name people see
 * @param type what may go through it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Message
 * Streams API</a>
 */
public record MessageStream(String id, String name, Type type) {

	/**
	 * Returns whether messages can be sent through this stream.
	 * @return {@code false} for an inbound stream
	 */
	public boolean sends() {
		return this.type != Type.INBOUND;
	}

	/**
	 * The types of streams.
	 */
	public enum Type {

		/**
		 * One message to one person, on that person's doing.
		 */
		TRANSACTIONAL,

		/**
		 * The same message to many.
		 */
		BROADCASTS,

		/**
		 * Mail that comes in.
		 */
		INBOUND

	}

}
