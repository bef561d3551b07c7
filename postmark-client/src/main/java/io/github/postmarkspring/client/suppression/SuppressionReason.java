package io.github.postmarkspring.client.suppression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Why an address is suppressed.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public record SuppressionReason(@JsonValue String value) {

	/** A message came back for good. */
	public static final SuppressionReason HARD_BOUNCE = new SuppressionReason("HardBounce");

	/** The recipient complained. */
	public static final SuppressionReason SPAM_COMPLAINT = new SuppressionReason("SpamComplaint");

	/** Somebody asked for it: the recipient, you, or Postmark. */
	public static final SuppressionReason MANUAL_SUPPRESSION = new SuppressionReason("ManualSuppression");

	private static final KnownValues<SuppressionReason> KNOWN = KnownValues.of(SuppressionReason::new, HARD_BOUNCE,
			SPAM_COMPLAINT, MANUAL_SUPPRESSION);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static SuppressionReason of(String value) {
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
