package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts in {@value #NAME}, by outcome, reason and type of event.
 */
class MeterWebhookCounter implements WebhookCounter {

	static final String NAME = "postmark.webhook.requests";

	private final Meter.MeterProvider<Counter> counter;

	MeterWebhookCounter(MeterRegistry registry) {
		this.counter = Counter.builder(NAME)
			.description("Requests at the webhook endpoints for Postmark")
			.withRegistry(registry);
	}

	@Override
	public void count(Answer answer, String recordType) {
		this.counter.withTags("outcome", answer.outcome().tag(), "reason", answer.reason(), "record_type", recordType)
			.increment();
	}

}
