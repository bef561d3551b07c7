package io.github.postmarkspring.client.webhookconfig;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.http.QueryParameters;

/**
 * What can be said of a webhook when it is created, and when it is changed.
 *
 * @param <R> the type of the request itself
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public abstract sealed class WebhookSettings<R extends WebhookSettings<R>> extends JsonRequest<R>
		implements QueryParameters permits NewWebhook, WebhookChange {

	WebhookSettings(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Set whether Postmark first posts a trial to the URL, which must answer with 200;
	 * {@code true} unless told otherwise. A webhook that was not verified gets nothing.
	 * @param verify whether Postmark first posts a trial to the URL
	 * @return a new request
	 */
	public R verify(boolean verify) {
		return field("Verify", verify);
	}

	@Override
	public Map<String, String> parameters() {
		return WebhookFields.verifyParameter(fields());
	}

	/**
	 * Authenticate with a name and a password.
	 * @param username the name
	 * @param password the password
	 * @return a new request
	 */
	public R httpAuth(String username, String password) {
		return field("HttpAuth", WebhookFields.auth(username, password));
	}

	/**
	 * Post with headers.
	 * @param headers values by name, up to 30; they replace those there were
	 * @return a new request
	 */
	public R httpHeaders(Map<String, String> headers) {
		return field("HttpHeaders", WebhookFields.headers(headers));
	}

	/**
	 * Post opens.
	 * @param enabled whether they are posted
	 * @param firstOnly whether the first open of a recipient only is posted
	 * @return a new request
	 */
	public R opens(boolean enabled, boolean firstOnly) {
		return trigger("Open", enabled, Map.of("PostFirstOpenOnly", firstOnly));
	}

	/**
	 * Post clicks.
	 * @param enabled whether they are posted
	 * @return a new request
	 */
	public R clicks(boolean enabled) {
		return trigger("Click", enabled, Map.of());
	}

	/**
	 * Post deliveries.
	 * @param enabled whether they are posted
	 * @return a new request
	 */
	public R deliveries(boolean enabled) {
		return trigger("Delivery", enabled, Map.of());
	}

	/**
	 * Post bounces.
	 * @param enabled whether they are posted
	 * @param includeContent whether the mail is posted with them
	 * @return a new request
	 */
	public R bounces(boolean enabled, boolean includeContent) {
		return trigger("Bounce", enabled, Map.of("IncludeContent", includeContent));
	}

	/**
	 * Post spam complaints.
	 * @param enabled whether they are posted
	 * @param includeContent whether the mail is posted with them
	 * @return a new request
	 */
	public R spamComplaints(boolean enabled, boolean includeContent) {
		return trigger("SpamComplaint", enabled, Map.of("IncludeContent", includeContent));
	}

	/**
	 * Post that an address was suppressed, or is no longer.
	 * @param enabled whether that is posted
	 * @return a new request
	 */
	public R subscriptionChanges(boolean enabled) {
		return trigger("SubscriptionChange", enabled, Map.of());
	}

	private R trigger(String name, boolean enabled, Map<String, Boolean> more) {
		return field("Triggers", WebhookFields.triggers(fields().get("Triggers"), name, enabled, more));
	}

}
