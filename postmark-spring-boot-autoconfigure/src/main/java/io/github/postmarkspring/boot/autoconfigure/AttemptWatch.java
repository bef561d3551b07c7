package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Cancels requests that take too long. It looks at all that are under way now and then,
 * because a timer for each would wake a thread for each, which costs a third of a send.
 */
class AttemptWatch {

	private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

	private static final long SHORTEST_PAUSE = Duration.ofMillis(10).toNanos();

	/** How often it finds nothing under way before its thread ends. */
	private static final int QUIET = 10;

	private final long timeout;

	private final long pause;

	private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean watching = new AtomicBoolean();

	AttemptWatch(Duration timeout) {
		this.timeout = timeout.toNanos();
		this.pause = Math.max(Math.min(this.timeout / 10, LONGEST_PAUSE), SHORTEST_PAUSE);
	}

	Attempt begin(Runnable cancel) {
		Attempt attempt = new Attempt(cancel, System.nanoTime());
		this.underWay.add(attempt);
		if (!this.watching.get() && this.watching.compareAndSet(false, true)) {
			Thread thread = new Thread(this::watch, "postmark-http-timeout");
			thread.setDaemon(true);
			thread.start();
		}
		return attempt;
	}

	void end(Attempt attempt) {
		this.underWay.remove(attempt);
	}

	private void watch() {
		do {
			for (int quiet = 0; quiet < QUIET; quiet++) {
				LockSupport.parkNanos(this.pause);
				if (!this.underWay.isEmpty()) {
					quiet = 0;
					cancelOverdue();
				}
			}
			this.watching.set(false);
			// One that has begun in between may have taken this for watching.
		}
		while (!this.underWay.isEmpty() && this.watching.compareAndSet(false, true));
	}

	private void cancelOverdue() {
		long now = System.nanoTime();
		for (Attempt attempt : this.underWay) {
			if (now - attempt.start >= this.timeout && this.underWay.remove(attempt)) {
				attempt.cancel();
			}
		}
	}

	/** A request under way. */
	static final class Attempt {

		private final Runnable cancel;

		private final long start;

		private volatile boolean timedOut;

		private Attempt(Runnable cancel, long start) {
			this.cancel = cancel;
			this.start = start;
		}

		private void cancel() {
			// First of all, for whoever is told by it that his connection is closed.
			this.timedOut = true;
			this.cancel.run();
		}

		boolean isTimedOut() {
			return this.timedOut;
		}

	}

}
