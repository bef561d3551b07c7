package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Lets a number of log lines pass in each period, and counts those it keeps back.
 */
final class RateLimit {

	private final int permits;

	private final long period;

	private long start = System.nanoTime();

	private int passed;

	private long kept;

	RateLimit(int permits, Duration period) {
		this.permits = permits;
		this.period = period.toNanos();
	}

	/**
	 * Ask to pass.
	 * @return how many were kept back before this one, {@code null} if it is kept back,
	 * too
	 */
	synchronized @Nullable Long tryPass() {
		long now = System.nanoTime();
		if (now - this.start >= this.period) {
			this.start = now;
			this.passed = 0;
		}
		if (this.passed >= this.permits) {
			this.kept++;
			return null;
		}
		this.passed++;
		long before = this.kept;
		this.kept = 0;
		return before;
	}

}
