package io.github.postmarkspring.client.inbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What became of mail that came in.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record InboundStatus(@JsonValue String value) {

	/** It was posted to the application. */
	public static final InboundStatus PROCESSED = new InboundStatus("Processed");

	/** A rule or the spam filter stopped it. */
	public static final InboundStatus BLOCKED = new InboundStatus("Blocked");

	/** It waits. */
	public static final InboundStatus QUEUED = new InboundStatus("Queued");

	/** It could not be posted to the application. */
	public static final InboundStatus FAILED = new InboundStatus("Failed");

	/** It will be posted again. */
	public static final InboundStatus SCHEDULED = new InboundStatus("Scheduled");

	private static final KnownValues<InboundStatus> KNOWN = KnownValues.of(InboundStatus::new, PROCESSED, BLOCKED,
			QUEUED, FAILED, SCHEDULED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static InboundStatus of(String value) {
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
