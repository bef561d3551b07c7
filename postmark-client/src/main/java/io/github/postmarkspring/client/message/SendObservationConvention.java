package io.github.postmarkspring.client.message;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Decides what is told of a {@linkplain SendObservationDocumentation send}. One that
 * leaves {@link #getName()} alone keeps the names of the observations.
 *
 * @since 0.1.0
 * @see DefaultSendObservationConvention
 */
public interface SendObservationConvention extends ObservationConvention<SendObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof SendObservationContext;
	}

}
