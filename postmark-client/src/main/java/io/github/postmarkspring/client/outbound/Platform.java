package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What a message was read on.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record Platform(@JsonValue String value) {

	/** A browser. */
	public static final Platform WEB_MAIL = new Platform("WebMail");

	/** A program on a desktop. */
	public static final Platform DESKTOP = new Platform("Desktop");

	/** A mobile device. */
	public static final Platform MOBILE = new Platform("Mobile");

	/** Not known. */
	public static final Platform UNKNOWN = new Platform("Unknown");

	private static final KnownValues<Platform> KNOWN = KnownValues.of(Platform::new, WEB_MAIL, DESKTOP, MOBILE,
			UNKNOWN);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static Platform of(String value) {
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
