package io.github.postmarkspring.client.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;

/**
 * Lets no more requests through at once than {@link RequestLimits} say.
 */
class RequestGate {

	/** More than can ever wait. */
	private static final int EVERYONE = 1 << 24;

	private final RequestLimits limits;

	// Fair, or threads that send in a loop would keep the others out for ever.
	private final Semaphore free;

	private volatile boolean ending;

	RequestGate(RequestLimits limits) {
		this.limits = limits;
		this.free = new Semaphore(limits.maxRequests(), true);
	}

	/**
	 * Make a request when it is its turn.
	 * @throws PostmarkTransportException if its turn does not come: it was not made
	 */
	<T> T pass(Supplier<T> request) {
		enter();
		try {
			return request.get();
		}
		finally {
			this.free.release();
		}
	}

	private void enter() {
		// While this is ending there is room for everyone, and nobody queues behind the
		// thread that waits for the end.
		if ((this.ending || !this.free.hasQueuedThreads()) && this.free.tryAcquire()) {
			return;
		}
		try {
			if (!this.free.tryAcquire(this.limits.maxWait().toNanos(), TimeUnit.NANOSECONDS)) {
				throw notMade(
						"as many requests as may be, " + this.limits.maxRequests()
								+ ", are under way, and none ended within " + this.limits.maxWait().toMillis() + " ms",
						null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw notMade("the thread was interrupted before it was its turn", ex);
		}
		if (this.ending) {
			this.free.release();
			throw notMade("the application is shutting down", null);
		}
	}

	static PostmarkTransportException notMade(String reason, @Nullable Throwable cause) {
		return new PostmarkTransportException("Nothing was sent: ".concat(reason), cause);
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
			this.free.acquireUninterruptibly(EVERYONE);
		}
	}

	boolean isEnding() {
		return this.ending;
	}

	/**
	 * Wait, after {@link #end()}, until no request is under way.
	 * @return whether that came to be in time
	 */
	boolean awaitIdle(long nanos) throws InterruptedException {
		int all = this.limits.maxRequests() + EVERYONE;
		if (!this.free.tryAcquire(all, nanos, TimeUnit.NANOSECONDS)) {
			return false;
		}
		this.free.release(all);
		return true;
	}

}
