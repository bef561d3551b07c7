package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Whether a webhook gets events.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookStatus(@JsonValue String value) {

	/** The address answered as it should. */
	public static final WebhookStatus VERIFIED = new WebhookStatus("verified");

	/** The address did not, or was not asked: nothing is posted to it. */
	public static final WebhookStatus UNVERIFIED = new WebhookStatus("unverified");

	private static final KnownValues<WebhookStatus> KNOWN = KnownValues.of(WebhookStatus::new, VERIFIED, UNVERIFIED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static WebhookStatus of(String value) {
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
