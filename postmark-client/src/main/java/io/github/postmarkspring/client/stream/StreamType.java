package io.github.postmarkspring.client.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What mail a stream carries.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public record StreamType(@JsonValue String value) {

	/** Mail to one person at a time. */
	public static final StreamType TRANSACTIONAL = new StreamType("Transactional");

	/** Mail to many. */
	public static final StreamType BROADCASTS = new StreamType("Broadcasts");

	/** Mail that comes in. */
	public static final StreamType INBOUND = new StreamType("Inbound");

	private static final KnownValues<StreamType> KNOWN = KnownValues.of(StreamType::new, TRANSACTIONAL, BROADCASTS,
			INBOUND);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static StreamType of(String value) {
		return KNOWN.get(value);
	}

	/**
	 * Return the value as Postmark writes it.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
