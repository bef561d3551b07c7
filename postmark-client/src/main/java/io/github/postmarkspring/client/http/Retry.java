package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.RateLimitedException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes a call again where {@link TryAgain} says so. A loop of its own and not Spring's
 * {@code RetryTemplate}, whose back-off does not see the exception, and so not how long
 * Postmark asks to wait.
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
		CallTime time = new CallTime(this);
		Deque<PostmarkException> failures = new ArrayDeque<>(2);
		while (true) {
			try {
				return attempt.apply(time);
			}
			catch (TryAgain ex) {
				failures.add(ex.failure());
				if (!waited(failures, time)) {
					throw last(failures);
				}
				tell(ex.failure());
			}
			catch (PostmarkException ex) {
				failures.add(ex);
				throw last(failures);
			}
		}
	}

	private boolean waited(Deque<PostmarkException> failures, CallTime time) {
		PostmarkException failure = failures.getLast();
		Duration wait = this.settings.delay(failures.size(), ThreadLocalRandom.current().nextDouble());
		if (failure instanceof RateLimitedException limited && limited.retryAfter() != null) {
			if (limited.retryAfter().compareTo(this.settings.maxRetryAfter()) > 0) {
				return false;
			}
			// The longer one: a time of 0, or one that is over, is no leave to hurry.
			wait = (wait.compareTo(limited.retryAfter()) > 0) ? wait : limited.retryAfter();
		}
		if (failures.size() >= this.settings.maxAttempts() || wait.compareTo(time.left()) >= 0) {
			return false;
		}
		try {
			return pause(wait);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			failure.addSuppressed(ex);
			return false;
		}
	}

	RetrySettings settings() {
		return this.settings;
	}

	/** What a listener fails with, an error included, must not cost a call. */
	private void tell(PostmarkException failure) {
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

	private static PostmarkException last(Deque<PostmarkException> failures) {
		PostmarkException last = failures.removeLast();
		failures.forEach(last::addSuppressed);
		return last;
	}

}
