package io.github.postmarkspring.emulator.posting;

import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * When to try again, and what ends it.
 *
 * @param delays how long to wait before each retry
 * @param success which HTTP status is a success
 * @param hopeless which HTTP status forbids a retry
 * @since 0.1.0
 */
public record RetryRules(List<Duration> delays, IntPredicate success, IntPredicate hopeless) {

	/**
	 * Those of inbound mail, the same in all of Postmark's descriptions.
	 */
	public static final RetryRules INBOUND = of((status) -> status == 200, (status) -> status == 403, 1, 5, 10, 10, 10,
			15, 30, 60, 120, 360);

	static RetryRules of(IntPredicate success, IntPredicate hopeless, int... minutes) {
		return new RetryRules(IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList(), success, hopeless);
	}

	/**
	 * Decides what follows from an attempt.
	 * @param status the HTTP status, if there was an answer
	 * @param retry how many retries there were, this one included
	 */
	WebhookAttempt.Outcome judge(@Nullable Integer status, int retry) {
		if (status != null && this.success.test(status)) {
			return WebhookAttempt.Outcome.ACCEPTED;
		}
		if (status != null && this.hopeless.test(status)) {
			return WebhookAttempt.Outcome.DROPPED;
		}
		return (retry < this.delays.size()) ? WebhookAttempt.Outcome.RETRIED : WebhookAttempt.Outcome.EXHAUSTED;
	}

}
