package io.github.postmarkspring.client.dataremoval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * How far a removal is.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Postmark: Data
 * Removals API</a>
 */
public record DataRemovalStatus(@JsonValue String value) {

	/** It waits. */
	public static final DataRemovalStatus PENDING = new DataRemovalStatus("Pending");

	/** It is done. */
	public static final DataRemovalStatus DONE = new DataRemovalStatus("Done");

	private static final KnownValues<DataRemovalStatus> KNOWN = KnownValues.of(DataRemovalStatus::new, PENDING, DONE);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static DataRemovalStatus of(String value) {
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
