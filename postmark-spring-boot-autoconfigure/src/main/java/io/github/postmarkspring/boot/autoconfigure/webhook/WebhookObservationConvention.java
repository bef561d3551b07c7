package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is told of a {@linkplain WebhookObservationDocumentation webhook event}. A
 * bean of this type replaces {@link DefaultWebhookObservationConvention}.
 *
 * @since 0.1.0
 */
public interface WebhookObservationConvention extends ObservationConvention<WebhookObservationContext> {

	@Override
	default @Nullable String getName() {
		return WebhookObservationDocumentation.EVENT.getName();
	}

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof WebhookObservationContext;
	}

}
