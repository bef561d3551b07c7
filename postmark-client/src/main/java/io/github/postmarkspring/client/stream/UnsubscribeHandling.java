package io.github.postmarkspring.client.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Who handles it when a recipient unsubscribes.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public record UnsubscribeHandling(@JsonValue String value) {

	/** Nobody. */
	public static final UnsubscribeHandling NONE = new UnsubscribeHandling("None");

	/** Postmark, with a link in each message. */
	public static final UnsubscribeHandling POSTMARK = new UnsubscribeHandling("Postmark");

	/** The application; needs Postmark's approval. */
	public static final UnsubscribeHandling CUSTOM = new UnsubscribeHandling("Custom");

	private static final KnownValues<UnsubscribeHandling> KNOWN = KnownValues.of(UnsubscribeHandling::new, NONE,
			POSTMARK, CUSTOM);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static UnsubscribeHandling of(String value) {
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
