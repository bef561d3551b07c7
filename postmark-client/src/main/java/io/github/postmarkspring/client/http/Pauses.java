package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The waits between attempts, and the clock they are measured by.
 */
class Pauses {

	private final CountDownLatch end = new CountDownLatch(1);

	long nanoTime() {
		return System.nanoTime();
	}

	/**
	 * Wait.
	 * @return whether there is to be another attempt: {@code false} after {@link #end()},
	 * which ends the wait
	 * @throws InterruptedException if the thread is interrupted, or was before
	 */
	boolean pause(Duration duration) throws InterruptedException {
		return !this.end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
	}

	void end() {
		this.end.countDown();
	}

}
