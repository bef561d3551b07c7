package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * How far a message is.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record OutboundStatus(@JsonValue String value) {

	/** Waiting. */
	public static final OutboundStatus QUEUED = new OutboundStatus("Queued");

	/** Handed over. As a filter the same as processed. */
	public static final OutboundStatus SENT = new OutboundStatus("Sent");

	/** Handed over. */
	public static final OutboundStatus PROCESSED = new OutboundStatus("Processed");

	private static final KnownValues<OutboundStatus> KNOWN = KnownValues.of(OutboundStatus::new, QUEUED, SENT,
			PROCESSED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static OutboundStatus of(String value) {
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
