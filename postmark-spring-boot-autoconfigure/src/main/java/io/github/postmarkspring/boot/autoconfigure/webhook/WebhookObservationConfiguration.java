package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Observations, where there is a registry.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnSingleCandidate(ObservationRegistry.class)
class WebhookObservationConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 1)
	ObservedEvents postmarkObservedEvents(ObservationRegistry registry,
			ObjectProvider<WebhookObservationConvention> convention) {
		return new ObservedEvents(registry, convention.getIfAvailable());
	}

	/** Around the observation, whose parent it makes. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Tracer.class)
	@ConditionalOnBooleanProperty("postmark.tracing.propagate")
	static class PropagationConfiguration {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		JoinedTraces postmarkJoinedTraces(ObjectProvider<Tracer> tracer) {
			return new JoinedTraces(tracer);
		}

	}

}
