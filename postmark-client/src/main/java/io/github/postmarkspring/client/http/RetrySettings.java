package io.github.postmarkspring.client.http;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * When a call is made again that failed without effect. What hands over mail or changes
 * something is made again only if it is certain that Postmark did not accept it; what
 * only reads, after any lost answer and any server error, too.
 * <p>
 * The waits are those of the calling thread. They begin with {@code delay}, and each is
 * {@code multiplier} times the one before it, up to {@code maxDelay}.
 *
 * @param maxAttempts the most attempts of a call, the first one included, 1 or more; 1
 * means that nothing is made again
 * @param delay the first wait, 0 to 24 hours
 * @param multiplier how much longer each further wait is, 1 or more
 * @param jitter the share of each wait that is left to chance, 0 to 1: with 0.5 it is
 * between the half and the whole
 * @param maxDelay the longest of these waits, from {@code delay} to 24 hours
 * @param maxRetryAfter the longest {@code Retry-After} of Postmark's to wait for, 0 to 24
 * hours. If it asks for more, the call fails at once
 * @param deadline the time of a call, waits included, after which no further attempt
 * begins and nobody waits for his turn, more than 0 and up to 24 hours
 * @since 0.1.0
 */
public record RetrySettings(int maxAttempts, Duration delay, double multiplier, double jitter, Duration maxDelay,
		Duration maxRetryAfter, Duration deadline) {

	private static final Duration DAY = Duration.ofHours(24);

	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be 1 or more");
		check("'delay'", delay);
		Assert.isTrue(multiplier >= 1 && multiplier <= 1000, "'multiplier' must be 1 to 1000");
		Assert.isTrue(jitter >= 0 && jitter <= 1, "'jitter' must be 0 to 1");
		check("'maxDelay'", maxDelay);
		Assert.isTrue(maxDelay.compareTo(delay) >= 0, "'maxDelay' must not be shorter than 'delay'");
		check("'maxRetryAfter'", maxRetryAfter);
		check("'deadline'", deadline);
		Assert.isTrue(!deadline.isZero(), "'deadline' must be more than 0");
	}

	private static void check(String name, Duration duration) {
		Assert.isTrue(!duration.isNegative() && duration.compareTo(DAY) <= 0, name.concat(" must be 0 to 24 hours"));
	}

	private static RetrySettings attempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, Duration.ofMillis(500), 2, 0.5, Duration.ofSeconds(10),
				Duration.ofSeconds(30), Duration.ofMinutes(2));
	}

	/**
	 * Three attempts, with waits of up to 500 milliseconds and a second between them, or
	 * as long as Postmark asks for, but not more than 30 seconds, and within two minutes.
	 * @return the settings
	 */
	public static RetrySettings defaults() {
		return attempts(3);
	}

	/**
	 * One attempt.
	 * @return the settings
	 */
	public static RetrySettings off() {
		return attempts(1);
	}

	/** How long to wait after so many attempts, if Postmark does not say. */
	Duration delay(int attempts, double random) {
		double delay = Math.min(this.delay.toMillis() * Math.pow(this.multiplier, attempts - 1),
				this.maxDelay.toMillis());
		return Duration.ofMillis((long) (delay * (1 - this.jitter * random)));
	}

}
