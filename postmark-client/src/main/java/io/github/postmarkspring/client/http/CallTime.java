package io.github.postmarkspring.client.http;

import java.time.Duration;

/**
 * The time in which the requests of a call may begin.
 */
class CallTime {

	private final Retry retry;

	private final long start;

	CallTime(Retry retry) {
		this.retry = retry;
		this.start = retry.nanoTime();
	}

	/** Return what is left of it, which may be less than nothing. */
	Duration left() {
		return this.retry.settings().deadline().minusNanos(this.retry.nanoTime() - this.start);
	}

	/** Whether no further request may begin. */
	boolean isOver() {
		return this.retry.isEnding() || left().toNanos() <= 0;
	}

}
