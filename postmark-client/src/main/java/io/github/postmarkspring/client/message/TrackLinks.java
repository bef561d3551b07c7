package io.github.postmarkspring.client.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * In which bodies of a message links are tracked.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/user-guide/tracking-links">Postmark:
 * tracking links</a>
 */
public record TrackLinks(@JsonValue String value) {

	/** In neither body. */
	public static final TrackLinks NONE = new TrackLinks("None");

	/** In both bodies. */
	public static final TrackLinks HTML_AND_TEXT = new TrackLinks("HtmlAndText");

	/** In the HTML body. */
	public static final TrackLinks HTML_ONLY = new TrackLinks("HtmlOnly");

	/** In the text body. */
	public static final TrackLinks TEXT_ONLY = new TrackLinks("TextOnly");

	private static final KnownValues<TrackLinks> KNOWN = KnownValues.of(TrackLinks::new, NONE, HTML_AND_TEXT, HTML_ONLY,
			TEXT_ONLY);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case and with or without hyphens or underscores
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static TrackLinks of(String value) {
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
