package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the bodies of senders may take together that nobody has verified yet.
 */
final class BodyBudget {

	private static final long MOST = 128 * 1024 * 1024;

	private final long maxBytes;

	private final AtomicLong used = new AtomicLong();

	BodyBudget(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/** A quarter of the heap, and no more than a few large mails need. */
	static BodyBudget ofHeap() {
		return new BodyBudget(Math.min(MOST, Runtime.getRuntime().maxMemory() / 4));
	}

	Share share() {
		return new Share();
	}

	private boolean reserve(long bytes) {
		if (this.used.addAndGet(bytes) > this.maxBytes) {
			this.used.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	/**
	 * What one body takes.
	 */
	final class Share implements AutoCloseable {

		private long taken;

		/**
		 * Take more.
		 * @return whether there was as much left
		 */
		boolean take(int bytes) {
			if (!reserve(bytes)) {
				return false;
			}
			this.taken += bytes;
			return true;
		}

		@Override
		public void close() {
			BodyBudget.this.used.addAndGet(-this.taken);
			this.taken = 0;
		}

	}

}
