package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.RateLimitedException;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * One call, made by Spring's {@link RetryTemplate}. It is its policy and its back-off as
 * well: a back-off is not told what an attempt failed with, and so not how long Postmark
 * asks to wait.
 *
 * @param <T> the type of its result
 */
final class RetriedCall<T> implements RetryPolicy, BackOffExecution {

	private final Retry retry;

	private final Function<CallTime, T> attempt;

	private final CallTime time;

	private final Deque<PostmarkException> failures = new ArrayDeque<>(2);

	RetriedCall(Retry retry, Function<CallTime, T> attempt) {
		this.retry = retry;
		this.attempt = attempt;
		this.time = new CallTime(retry);
	}

	T make() {
		Supplier<T> outcome;
		try {
			outcome = new RetryTemplate(this).execute(this::attempt);
		}
		catch (RetryException ex) {
			throw lastFailure();
		}
		return outcome.get();
	}

	/**
	 * Make an attempt. Only what is to be tried again fails it, because the template
	 * writes what it catches to its log, and there may be addresses in the others.
	 */
	private Supplier<T> attempt() {
		try {
			T result = this.attempt.apply(this.time);
			return () -> result;
		}
		catch (TryAgain ex) {
			this.failures.add(ex.failure());
			throw ex;
		}
		catch (PostmarkException ex) {
			this.failures.add(ex);
			return () -> {
				throw lastFailure();
			};
		}
		catch (RuntimeException | Error ex) {
			return () -> {
				throw ex;
			};
		}
	}

	private PostmarkException lastFailure() {
		PostmarkException last = this.failures.removeLast();
		this.failures.forEach(last::addSuppressed);
		return last;
	}

	@Override
	public boolean shouldRetry(Throwable failure) {
		return failure instanceof TryAgain;
	}

	@Override
	public BackOff getBackOff() {
		return () -> this;
	}

	/**
	 * Wait, and leave nothing of it to the template, which sleeps on when the application
	 * ends.
	 */
	@Override
	public long nextBackOff() {
		RetrySettings settings = this.retry.settings();
		PostmarkException failure = this.failures.getLast();
		Duration asked = (failure instanceof RateLimitedException limited && limited.retryAfter() != null)
				? limited.retryAfter() : Duration.ZERO;
		if (this.failures.size() >= settings.maxAttempts() || asked.compareTo(settings.maxRetryAfter()) > 0) {
			return STOP;
		}
		Duration delay = settings.delay(this.failures.size(), ThreadLocalRandom.current().nextDouble());
		// The longer one: a time of 0, or one that is over, is no leave to hurry.
		Duration wait = (delay.compareTo(asked) > 0) ? delay : asked;
		if (wait.compareTo(this.time.left()) >= 0 || !waited(wait, failure)) {
			return STOP;
		}
		this.retry.tell(failure);
		return 0;
	}

	private boolean waited(Duration wait, PostmarkException failure) {
		try {
			return this.retry.pause(wait);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			failure.addSuppressed(ex);
			return false;
		}
	}

}
