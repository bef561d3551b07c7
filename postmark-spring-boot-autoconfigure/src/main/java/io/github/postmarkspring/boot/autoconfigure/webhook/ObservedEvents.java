package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.client.http.CarefulObservation;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes how events are handed to their listeners, see
 * {@link WebhookObservationDocumentation}.
 */
class ObservedEvents implements EventInstrumentation {

	private final WebhookObservationConvention defaults = new DefaultWebhookObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable WebhookObservationConvention convention;

	ObservedEvents(ObservationRegistry registry, @Nullable WebhookObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public void publish(WebhookEvent event, Runnable publishing) {
		WebhookObservationContext context = new WebhookObservationContext(event);
		CarefulObservation observation = CarefulObservation
			.start(() -> Observation.createNotStarted(this.convention, this.defaults, () -> context, this.registry));
		observation.call(() -> {
			try {
				publishing.run();
				context.setHandled(true);
				return context;
			}
			catch (Throwable ex) {
				context.setHandled(false);
				observation.error(ex);
				throw ex;
			}
		});
	}

}
