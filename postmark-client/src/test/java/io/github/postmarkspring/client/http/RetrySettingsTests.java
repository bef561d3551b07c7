package io.github.postmarkspring.client.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RetrySettingsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void whatContradictsItselfIsRefusedByName() {
		refused("'maxAttempts' must be 1 or more", 0, SECOND, 1, 0, SECOND, SECOND, SECOND);
		refused("'delay' must be 0 to 24 hours", 3, SECOND.negated(), 1, 0, SECOND, SECOND, SECOND);
		refused("'delay' must be 0 to 24 hours", 3, Duration.ofHours(25), 1, 0, SECOND, SECOND, SECOND);
		refused("'multiplier' must be 1 to 1000", 3, SECOND, 0.5, 0, SECOND, SECOND, SECOND);
		refused("'multiplier' must be 1 to 1000", 3, SECOND, Double.NaN, 0, SECOND, SECOND, SECOND);
		refused("'jitter' must be 0 to 1", 3, SECOND, 1, 1.1, SECOND, SECOND, SECOND);
		refused("'jitter' must be 0 to 1", 3, SECOND, 1, -0.1, SECOND, SECOND, SECOND);
		refused("'maxDelay' must not be shorter than 'delay'", 3, SECOND, 1, 0, SECOND.dividedBy(2), SECOND, SECOND);
		refused("'maxRetryAfter' must be 0 to 24 hours", 3, SECOND, 1, 0, SECOND, SECOND.negated(), SECOND);
		refused("'deadline' must be more than 0", 3, SECOND, 1, 0, SECOND, SECOND, Duration.ZERO);
		refused("'deadline' must be 0 to 24 hours", 3, SECOND, 1, 0, SECOND, SECOND, SECOND.negated());
	}

	private static void refused(String message, int maxAttempts, Duration delay, double multiplier, double jitter,
			Duration maxDelay, Duration maxRetryAfter, Duration deadline) {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new RetrySettings(maxAttempts, delay, multiplier, jitter, maxDelay, maxRetryAfter, deadline))
			.withMessage(message);
	}

}
