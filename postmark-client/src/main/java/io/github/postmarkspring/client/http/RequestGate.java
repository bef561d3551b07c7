package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;

/**
 * Lets no more requests through at once than {@link RequestLimits} say.
 */
class RequestGate {

	static final String NOT_SENT = "Nothing was sent";

	/** What is asked for is no message, but it may be asked because of one. */
	static final String NOT_ASKED = "Postmark was not asked";

	/** More than can ever wait. */
	private static final int EVERYONE = 1 << 24;

	/** How long whoever comes waits where as many wait already as may be under way. */
	private static final Duration CROWDED = Duration.ofSeconds(1);

	private final RequestLimits limits;

	// Fair, or threads that send in a loop would keep the others out for ever.
	private final Turns free;

	private volatile boolean ending;

	RequestGate(RequestLimits limits) {
		this.limits = limits;
		this.free = new Turns(limits.maxRequests());
	}

	/**
	 * Make a request when it is its turn.
	 * @param unmade what to say first if its turn does not come
	 * @param patience how long to wait for it, if that is less than the limit
	 * @throws PostmarkTransportException if its turn does not come: it was not made
	 */
	<T> T pass(String unmade, Duration patience, Supplier<T> request) {
		enter(unmade, patience);
		try {
			return request.get();
		}
		finally {
			leave();
		}
	}

	private void leave() {
		this.free.release();
		if (this.ending) {
			synchronized (this) {
				notifyAll();
			}
		}
	}

	private void enter(String unmade, Duration patience) {
		// While this is ending there is room for everyone.
		if ((this.ending || !this.free.hasQueuedThreads()) && this.free.tryAcquire()) {
			return;
		}
		Duration maxWait = maxWait();
		Duration wait = (patience.compareTo(maxWait) < 0) ? patience : maxWait;
		try {
			if (!this.free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
				throw notMade(unmade, "as many requests as may be, " + this.limits.maxRequests()
						+ ", are under way, and it was not its turn within " + Math.max(wait.toMillis(), 0) + " ms",
						null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw notMade(unmade, "the thread was interrupted before it was its turn", ex);
		}
		if (this.ending) {
			leave();
			throw notMade(unmade, "the application is shutting down", null);
		}
	}

	/** With many who wait for a Postmark that is slow, all threads there are would. */
	private Duration maxWait() {
		boolean crowded = this.free.getQueueLength() >= this.limits.maxRequests();
		return (crowded && this.limits.maxWait().compareTo(CROWDED) > 0) ? CROWDED : this.limits.maxWait();
	}

	static PostmarkTransportException notMade(String unmade, String reason, @Nullable Throwable cause) {
		return new PostmarkTransportException(unmade + ": " + reason, cause);
	}

	int underWay() {
		return this.limits.maxRequests() + (this.ending ? EVERYONE : 0) - this.free.availablePermits();
	}

	/** From now on nobody waits for his turn. */
	synchronized void end() {
		if (!this.ending) {
			this.ending = true;
			this.free.release(EVERYONE);
		}
	}

	synchronized void resume() {
		if (this.ending) {
			this.ending = false;
			this.free.take(EVERYONE);
			notifyAll();
		}
	}

	boolean isEnding() {
		return this.ending;
	}

	/**
	 * Wait, after {@link #end()}, until no request is under way, or this is
	 * {@link #resume() resumed}.
	 * @return whether none is
	 */
	synchronized boolean awaitIdle(long nanos) throws InterruptedException {
		long deadline = System.nanoTime() + nanos;
		while (this.ending && underWay() > 0) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		return underWay() == 0;
	}

	/** Some can be taken back without waiting for them, behind whoever waits. */
	private static final class Turns extends Semaphore {

		private Turns(int turns) {
			super(turns, true);
		}

		private void take(int turns) {
			reducePermits(turns);
		}

	}

}
