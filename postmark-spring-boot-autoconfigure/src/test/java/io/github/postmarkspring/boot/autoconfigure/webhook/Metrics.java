package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Numbers that can be read.
 */
@Configuration(proxyBeanMethods = false)
class Metrics {

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

	/** Outcome, reason and type of event, and how often there was such a request. */
	static Map<String, Integer> counts(WebhookApplication application) {
		Map<String, Integer> counts = new TreeMap<>();
		for (Counter counter : application.bean(MeterRegistry.class).find("postmark.webhook.requests").counters()) {
			Meter.Id id = counter.getId();
			counts.put(id.getTag("outcome") + "/" + id.getTag("reason") + "/" + id.getTag("record_type"),
					(int) counter.count());
		}
		return counts;
	}

	static Map<String, Integer> countedSince(Map<String, Integer> before, WebhookApplication application) {
		Map<String, Integer> counted = counts(application);
		counted.replaceAll((tags, count) -> count - before.getOrDefault(tags, 0));
		counted.values().removeIf((count) -> count == 0);
		return counted;
	}

}
