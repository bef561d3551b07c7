package io.github.postmarkspring.boot.autoconfigure;

import java.util.function.Consumer;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts further attempts of calls in {@value #RETRIES}, by why there is one.
 */
class RetryCounter implements Consumer<PostmarkException> {

	static final String RETRIES = "postmark.retries";

	private final MeterRegistry registry;

	RetryCounter(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void accept(PostmarkException failure) {
		this.registry.counter(RETRIES, "reason", reason(failure)).increment();
	}

	private static String reason(PostmarkException failure) {
		if (failure instanceof RateLimitedException) {
			return "rate-limited";
		}
		if (failure instanceof PostmarkUnavailableException) {
			return "unavailable";
		}
		return (failure instanceof PostmarkTransportException) ? "no-answer" : "server-error";
	}

}
