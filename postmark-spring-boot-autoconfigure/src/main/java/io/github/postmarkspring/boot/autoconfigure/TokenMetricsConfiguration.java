package io.github.postmarkspring.boot.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts what becomes of tokens, where Micrometer is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
class TokenMetricsConfiguration {

	@Bean
	MeterTokenObserver postmarkMeterTokenObserver(ObjectProvider<MeterRegistry> registry) {
		return new MeterTokenObserver(registry);
	}

}
