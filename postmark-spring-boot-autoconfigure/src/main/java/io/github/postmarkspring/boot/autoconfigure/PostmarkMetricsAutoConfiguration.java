package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.message.DefaultSendObservationConvention;
import io.github.postmarkspring.client.message.SendObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.MeterObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for numbers about what is sent.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PostmarkAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ PostmarkClientFactory.class, MeterRegistry.class })
@ConditionalOnSingleCandidate(MeterRegistry.class)
@ConditionalOnBean(PostmarkProperties.class)
public final class PostmarkMetricsAutoConfiguration {

	@Bean
	@Lazy
	MeterSendListener postmarkMeterSendListener(MeterRegistry registry,
			ObjectProvider<SendObservationConvention> convention) {
		return new MeterSendListener(registry, convention.getIfAvailable(DefaultSendObservationConvention::new));
	}

	/**
	 * Goes before Boot's, if that is the only one: who has one of their own wants to be
	 * told of mail by that, too.
	 */
	@Bean
	@Order(0)
	@ConditionalOnSingleCandidate(MeterObservationHandler.class)
	@ConditionalOnBean(name = "defaultMeterObservationHandler")
	PostmarkMeterObservationHandler postmarkMeterObservationHandler(MeterRegistry registry) {
		return new PostmarkMeterObservationHandler(registry);
	}

	@Bean
	@Lazy
	FactoryCustomizer postmarkRetryCounter(MeterRegistry registry) {
		return (factory) -> factory.onRetry(new RetryCounter(registry));
	}

	@Bean
	static RequestGauges postmarkRequestGauges(ConfigurableListableBeanFactory beanFactory) {
		return new RequestGauges(beanFactory);
	}

}
