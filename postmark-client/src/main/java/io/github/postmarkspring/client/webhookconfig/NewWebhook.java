package io.github.postmarkspring.client.webhookconfig;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.http.QueryParameters;

/**
 * A webhook to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public final class NewWebhook extends JsonRequest<NewWebhook> implements QueryParameters {

	private NewWebhook(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Post to a URL.
	 * @param url the URL, which may hold credentials
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewWebhook to(String url) {
		return new NewWebhook(Map.of()).field("Url", required("url", url));
	}

	@Override
	protected NewWebhook with(Map<String, Object> fields) {
		return new NewWebhook(fields);
	}

	/**
	 * Set the id of the message stream; {@code outbound} unless told otherwise. It cannot
	 * be changed later.
	 * @param messageStream the id of the message stream
	 * @return a new request
	 */
	public NewWebhook messageStream(String messageStream) {
		return field("MessageStream", messageStream);
	}

	/**
	 * Set whether Postmark first posts a trial to the URL, which must answer with 200;
	 * {@code true} unless told otherwise. A webhook that was not verified gets nothing.
	 * @param verify whether Postmark first posts a trial to the URL
	 * @return a new request
	 */
	public NewWebhook verify(boolean verify) {
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
	public NewWebhook httpAuth(String username, String password) {
		return field("HttpAuth", WebhookFields.auth(username, password));
	}

	/**
	 * Post with headers.
	 * @param headers values by name, up to 30; they replace those there were
	 * @return a new request
	 */
	public NewWebhook httpHeaders(Map<String, String> headers) {
		return field("HttpHeaders", WebhookFields.headers(headers));
	}

	/**
	 * Post opens.
	 * @param enabled whether they are posted
	 * @param firstOnly whether the first open of a recipient only is posted
	 * @return a new request
	 */
	public NewWebhook opens(boolean enabled, boolean firstOnly) {
		return trigger("Open", enabled, Map.of("PostFirstOpenOnly", firstOnly));
	}

	/**
	 * Post clicks.
	 * @param enabled whether they are posted
	 * @return a new request
	 */
	public NewWebhook clicks(boolean enabled) {
		return trigger("Click", enabled, Map.of());
	}

	/**
	 * Post deliveries.
	 * @param enabled whether they are posted
	 * @return a new request
	 */
	public NewWebhook deliveries(boolean enabled) {
		return trigger("Delivery", enabled, Map.of());
	}

	/**
	 * Post bounces.
	 * @param enabled whether they are posted
	 * @param includeContent whether the mail is posted with them
	 * @return a new request
	 */
	public NewWebhook bounces(boolean enabled, boolean includeContent) {
		return trigger("Bounce", enabled, Map.of("IncludeContent", includeContent));
	}

	/**
	 * Post spam complaints.
	 * @param enabled whether they are posted
	 * @param includeContent whether the mail is posted with them
	 * @return a new request
	 */
	public NewWebhook spamComplaints(boolean enabled, boolean includeContent) {
		return trigger("SpamComplaint", enabled, Map.of("IncludeContent", includeContent));
	}

	/**
	 * Post that an address was suppressed, or is no longer.
	 * @param enabled whether that is posted
	 * @return a new request
	 */
	public NewWebhook subscriptionChanges(boolean enabled) {
		return trigger("SubscriptionChange", enabled, Map.of());
	}

	private NewWebhook trigger(String name, boolean enabled, Map<String, Boolean> more) {
		return field("Triggers", WebhookFields.triggers(fields().get("Triggers"), name, enabled, more));
	}

}
