package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Shows how many requests are under way, in {@value #ACTIVE}, and how many may be, in
 * {@value #MAX}.
 */
class RequestGauges implements MeterBinder {

	static final String ACTIVE = "postmark.requests.active";

	static final String MAX = "postmark.requests.max";

	private final ConfigurableListableBeanFactory beanFactory;

	RequestGauges(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder(ACTIVE, this, RequestGauges::active)
			.description("Requests to Postmark that are under way")
			.register(registry);
		Gauge.builder(MAX, this, RequestGauges::max)
			.description("Requests to Postmark that may be under way at once")
			.register(registry);
	}

	private double active() {
		PostmarkClientFactory factory = factory();
		return (factory != null) ? factory.requestsUnderWay() : 0;
	}

	private double max() {
		PostmarkClientFactory factory = factory();
		return (factory != null) ? factory.maxRequests() : Double.NaN;
	}

	/** Whoever looks at a number must not be who has the clients made. */
	private @Nullable PostmarkClientFactory factory() {
		return ShutdownLifecycle.existing(this.beanFactory);
	}

}
