package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.client.webhook.event.WebhookEvent;

/**
 * Goes around the publishing of events.
 */
interface EventInstrumentation {

	/**
	 * Publish an event.
	 * @param publishing does it, and throws if a listener fails
	 */
	void publish(WebhookEvent event, Runnable publishing);

}
