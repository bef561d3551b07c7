package io.github.postmarkspring.client.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * How far a new DKIM key is.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public record DkimUpdateStatus(@JsonValue String value) {

	/** It waits for its DNS record. */
	public static final DkimUpdateStatus PENDING = new DkimUpdateStatus("Pending");

	/** It is in use. */
	public static final DkimUpdateStatus VERIFIED = new DkimUpdateStatus("Verified");

	private static final KnownValues<DkimUpdateStatus> KNOWN = KnownValues.of(DkimUpdateStatus::new, PENDING, VERIFIED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static DkimUpdateStatus of(String value) {
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
