package io.github.postmarkspring.client.webhookconfig;

import java.util.Map;

/**
 * A webhook to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public final class NewWebhook extends WebhookSettings<NewWebhook> {

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

}
