package io.github.postmarkspring.client.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Whether a server delivers.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public record DeliveryType(@JsonValue String value) {

	/** It delivers. */
	public static final DeliveryType LIVE = new DeliveryType("Live");

	/** It does everything but deliver. */
	public static final DeliveryType SANDBOX = new DeliveryType("Sandbox");

	private static final KnownValues<DeliveryType> KNOWN = KnownValues.of(DeliveryType::new, LIVE, SANDBOX);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static DeliveryType of(String value) {
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
