package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Which body a link was in.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record ClickLocation(@JsonValue String value) {

	/** The HTML body. */
	public static final ClickLocation HTML = new ClickLocation("HTML");

	/** The text body. */
	public static final ClickLocation TEXT = new ClickLocation("Text");

	private static final KnownValues<ClickLocation> KNOWN = KnownValues.of(ClickLocation::new, HTML, TEXT);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static ClickLocation of(String value) {
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
