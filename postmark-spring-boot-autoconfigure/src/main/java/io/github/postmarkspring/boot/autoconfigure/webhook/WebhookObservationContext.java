package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known while it is observed how an event is handed to its listeners.
 *
 * @since 0.1.0
 * @see WebhookObservationConvention
 */
public class WebhookObservationContext extends Observation.Context {

	private final WebhookEvent event;

	private @Nullable Boolean handled;

	/**
	 * Create a context.
	 * @param event the event
	 */
	public WebhookObservationContext(WebhookEvent event) {
		this.event = event;
	}

	/**
	 * Return the event.
	 * @return the event
	 */
	public WebhookEvent event() {
		return this.event;
	}

	/**
	 * Return whether every listener has returned.
	 * @return {@code false} if one has failed, {@code null} as long as it is not known
	 */
	public @Nullable Boolean handled() {
		return this.handled;
	}

	/**
	 * Say whether every listener has returned.
	 * @param handled {@code false} if one has failed
	 */
	public void setHandled(boolean handled) {
		this.handled = handled;
	}

}
