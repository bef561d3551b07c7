package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.message.SendObservationConvention;
import io.github.postmarkspring.client.message.SendObservations;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.observation.ObservationRestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for observations of what is sent.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ PostmarkClientFactory.class, ObservationRegistry.class })
@ConditionalOnSingleCandidate(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
public final class PostmarkObservationAutoConfiguration {

	@Bean
	@Lazy
	FactoryCustomizer postmarkObservationCustomizer(ObservationRegistry registry,
			ObjectProvider<SendObservationConvention> convention,
			ObjectProvider<ClientRequestObservationConvention> httpConvention,
			ObjectProvider<TraceParents> traceParents, ObjectProvider<RestClientCustomizer> customizers,
			Environment environment) {
		return (factory) -> {
			factory
				.observations(new SendObservations(registry, convention.getIfAvailable(),
						traceParents.getIfAvailable(() -> () -> null)))
				// As Boot finds it for its clients.
				.httpObservationConvention(httpConvention
					.getIfAvailable(() -> new DefaultClientRequestObservationConvention(environment
						.getProperty("management.observations.http.client.requests.name", "http.client.requests"))));
			// Where Boot observes no clients, or others have it done, it stays as it is.
			if (customizers.stream().anyMatch(ObservationRestClientCustomizer.class::isInstance)) {
				factory.httpObservations(registry);
			}
		};
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Tracer.class)
	@ConditionalOnBooleanProperty("postmark.tracing.propagate")
	static class PropagationConfiguration {

		@Bean
		@Lazy
		TraceParents postmarkTraceParents(ObjectProvider<Tracer> tracer) {
			return new CurrentTraceParent(tracer);
		}

	}

}
