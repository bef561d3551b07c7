package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Numbers, where Micrometer is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
class WebhookMetricsConfiguration {

	@Bean
	WebhookCounter postmarkWebhookCounter(MeterRegistry registry) {
		return new MeterWebhookCounter(registry);
	}

	@Bean
	DeliveryTimes postmarkDeliveryTimes(MeterRegistry registry, ObjectProvider<PostmarkProperties> properties) {
		PostmarkProperties postmark = properties.getIfAvailable();
		return new DeliveryTimes(registry, (postmark != null) ? postmark.retry().reconcileKey() : null);
	}

}
