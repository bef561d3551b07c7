package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.postmarkspring.client.error.PostmarkException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes calls again where {@link TryAgain} says so.
 */
class Retry {

	private static final Log logger = LogFactory.getLog(Retry.class);

	private final RetrySettings settings;

	private final Consumer<PostmarkException> onRetry;

	private volatile CountDownLatch end = new CountDownLatch(1);

	Retry(RetrySettings settings, Consumer<PostmarkException> onRetry) {
		this.settings = settings;
		this.onRetry = onRetry;
	}

	/**
	 * Make a call.
	 * @param attempt makes an attempt, with nothing of the one before it, in the time
	 * given
	 * @return what the attempt that succeeded returned
	 * @throws PostmarkException the last failure, with the earlier ones suppressed
	 */
	<T> T call(Function<CallTime, T> attempt) {
		return new RetriedCall<>(this, attempt).make();
	}

	RetrySettings settings() {
		return this.settings;
	}

	/** What a listener fails with, an error included, must not cost a call. */
	void tell(PostmarkException failure) {
		try {
			this.onRetry.accept(failure);
		}
		catch (Throwable ex) {
			logger.debug("A listener failed with another attempt: " + ex.getClass().getName());
		}
	}

	long nanoTime() {
		return System.nanoTime();
	}

	/**
	 * Wait. A test need not.
	 * @return whether there is to be another attempt: {@code false} after {@link #end()},
	 * which ends the wait
	 * @throws InterruptedException if the thread is interrupted, or was before
	 */
	boolean pause(Duration duration) throws InterruptedException {
		return !this.end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
	}

	boolean isEnding() {
		return this.end.getCount() == 0;
	}

	void end() {
		this.end.countDown();
	}

	void resume() {
		this.end = new CountDownLatch(1);
	}

}
