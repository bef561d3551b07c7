package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What a webhook is posted for.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookTrigger(@JsonValue String value) {

	/** A message was opened. */
	public static final WebhookTrigger OPEN = new WebhookTrigger("Open");

	/** A link was clicked. */
	public static final WebhookTrigger CLICK = new WebhookTrigger("Click");

	/** A message was delivered. */
	public static final WebhookTrigger DELIVERY = new WebhookTrigger("Delivery");

	/** A message came back. */
	public static final WebhookTrigger BOUNCE = new WebhookTrigger("Bounce");

	/** A recipient complained. */
	public static final WebhookTrigger SPAM_COMPLAINT = new WebhookTrigger("SpamComplaint");

	/** An address was suppressed, or is no longer. */
	public static final WebhookTrigger SUBSCRIPTION_CHANGE = new WebhookTrigger("SubscriptionChange");

	private static final KnownValues<WebhookTrigger> KNOWN = KnownValues.of(WebhookTrigger::new, OPEN, CLICK, DELIVERY,
			BOUNCE, SPAM_COMPLAINT, SUBSCRIPTION_CHANGE);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static WebhookTrigger of(String value) {
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
