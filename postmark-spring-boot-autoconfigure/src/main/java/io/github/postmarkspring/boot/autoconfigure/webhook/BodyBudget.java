package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the bodies of senders may take together that nobody has verified yet.
 */
final class BodyBudget {

	private final long maxBytes;

	private final AtomicLong used = new AtomicLong();

	BodyBudget(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	boolean reserve(long bytes) {
		if (this.used.addAndGet(bytes) > this.maxBytes) {
			this.used.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	void release(long bytes) {
		this.used.addAndGet(-bytes);
	}

}
