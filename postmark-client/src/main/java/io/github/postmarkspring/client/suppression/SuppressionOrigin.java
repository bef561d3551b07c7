package io.github.postmarkspring.client.suppression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Who suppressed an address.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public record SuppressionOrigin(@JsonValue String value) {

	/** The recipient, by a bounce, a complaint or by unsubscribing. */
	public static final SuppressionOrigin RECIPIENT = new SuppressionOrigin("Recipient");

	/** You. */
	public static final SuppressionOrigin CUSTOMER = new SuppressionOrigin("Customer");

	/** Postmark. */
	public static final SuppressionOrigin ADMIN = new SuppressionOrigin("Admin");

	private static final KnownValues<SuppressionOrigin> KNOWN = KnownValues.of(SuppressionOrigin::new, RECIPIENT,
			CUSTOMER, ADMIN);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static SuppressionOrigin of(String value) {
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
