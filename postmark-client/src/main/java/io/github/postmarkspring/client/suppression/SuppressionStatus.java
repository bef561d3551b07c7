package io.github.postmarkspring.client.suppression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What became of a change.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public record SuppressionStatus(@JsonValue String value) {

	/** The address is suppressed. */
	public static final SuppressionStatus SUPPRESSED = new SuppressionStatus("Suppressed");

	/** The address is not suppressed, or no longer. */
	public static final SuppressionStatus DELETED = new SuppressionStatus("Deleted");

	/** Nothing was changed. */
	public static final SuppressionStatus FAILED = new SuppressionStatus("Failed");

	private static final KnownValues<SuppressionStatus> KNOWN = KnownValues.of(SuppressionStatus::new, SUPPRESSED,
			DELETED, FAILED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static SuppressionStatus of(String value) {
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
