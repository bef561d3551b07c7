package io.github.postmarkspring.client.webhookconfig;

import java.util.Map;

/**
 * What to change of a webhook. What is not said stays; the message stream cannot be
 * changed.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public final class WebhookChange extends WebhookSettings<WebhookChange> {

	private WebhookChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a change of nothing.
	 * @return the request
	 */
	public static WebhookChange create() {
		return new WebhookChange(Map.of());
	}

	@Override
	protected WebhookChange with(Map<String, Object> fields) {
		return new WebhookChange(fields);
	}

	/**
	 * Set the URL, which may hold credentials.
	 * @param url the URL
	 * @return a new request
	 */
	public WebhookChange url(String url) {
		return field("Url", url);
	}

}
