package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.RateLimitedException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * One call, whose attempts Spring's {@link RetryTemplate} makes. It is also the
 * template's policy and back-off, because a back-off is not told what an attempt failed
 * with, and so not how long Postmark asks to wait.
 *
 * @param <T> the type of the result
 */
final class RetriedCall<T> implements Retryable<T>, RetryPolicy, BackOffExecution {

	private final Retry retry;

	private final Function<CallTime, T> attempt;

	private final CallTime time;

	private final Deque<PostmarkException> failures = new ArrayDeque<>(2);

	private @Nullable Supplier<T> outcome;

	private boolean due;

	RetriedCall(Retry retry, Function<CallTime, T> attempt) {
		this.retry = retry;
		this.attempt = attempt;
		this.time = new CallTime(retry);
	}

	/**
	 * Make the call.
	 * @return what the attempt that succeeded returned
	 * @throws PostmarkException the last failure, with the earlier ones suppressed
	 */
	T make() {
		try {
			new RetryTemplate(this).execute(this);
		}
		catch (RetryException ex) {
			if (this.due) {
				this.failures.getLast().addSuppressed(new InterruptedException("No further attempt was made"));
			}
		}
		catch (RuntimeException | Error ex) {
			// The template's log, which must not cost what became of the call.
			if (this.outcome == null && this.failures.isEmpty()) {
				throw ex;
			}
		}
		if (this.outcome != null) {
			return this.outcome.get();
		}
		throw lastFailure();
	}

	/**
	 * Make an attempt. What it fails with is kept from the template, which writes it to
	 * its log: there may be an address or a token in it.
	 */
	@Override
	public T execute() {
		this.due = false;
		if (!this.failures.isEmpty()) {
			this.retry.tell(this.failures.getLast());
		}
		try {
			T result = this.attempt.apply(this.time);
			this.outcome = () -> result;
			return result;
		}
		catch (TryAgain ex) {
			this.failures.add(ex.failure());
			throw ex;
		}
		catch (PostmarkException ex) {
			this.failures.add(ex);
			throw new NoFurtherAttempt();
		}
		catch (Throwable ex) {
			this.outcome = () -> {
				throw RetriedCall.<RuntimeException>asItIs(ex);
			};
			throw new NoFurtherAttempt();
		}
	}

	/** It need not be unchecked: Kotlin and others know no difference. */
	@SuppressWarnings("unchecked")
	private static <X extends Throwable> X asItIs(Throwable ex) throws X {
		throw (X) ex;
	}

	private PostmarkException lastFailure() {
		PostmarkException last = this.failures.removeLast();
		this.failures.stream().filter((earlier) -> earlier != last).forEach(last::addSuppressed);
		return last;
	}

	/** Return what the template's log calls this. */
	@Override
	public String getName() {
		return "call of Postmark";
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
		this.due = true;
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

	@SuppressWarnings("serial")
	private static final class NoFurtherAttempt extends RuntimeException {

		private NoFurtherAttempt() {
			super(null, null, false, false);
		}

	}

}
