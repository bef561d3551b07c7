package io.github.postmarkspring.client.bulk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * How far a bulk mailing is.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public record BulkStatus(@JsonValue String value) {

	/** Postmark has it. */
	public static final BulkStatus ACCEPTED = new BulkStatus("Accepted");

	/** It is being sent. */
	public static final BulkStatus PROCESSING = new BulkStatus("Processing");

	/** Everything was sent or has failed. */
	public static final BulkStatus COMPLETED = new BulkStatus("Completed");

	/** It was stopped. */
	public static final BulkStatus CANCELLED = new BulkStatus("Cancelled");

	/** It failed. Not in Postmark's reference. */
	public static final BulkStatus FAILED = new BulkStatus("Failed");

	private static final KnownValues<BulkStatus> KNOWN = KnownValues.of(BulkStatus::new, ACCEPTED, PROCESSING,
			COMPLETED, CANCELLED, FAILED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static BulkStatus of(String value) {
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
