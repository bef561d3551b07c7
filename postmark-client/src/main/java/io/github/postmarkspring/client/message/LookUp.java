package io.github.postmarkspring.client.message;

import java.time.Duration;

import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.http.PostmarkHttp;
import org.jspecify.annotations.Nullable;

/**
 * Looks for messages again and again, for as long as the settings say: Postmark lists a
 * message some time after it has accepted it.
 */
class LookUp {

	private final SentSearch search;

	private final PostmarkHttp http;

	private final ReconciliationSettings settings;

	LookUp(SentSearch search, PostmarkHttp http, ReconciliationSettings settings) {
		this.search = search;
		this.http = http;
		this.settings = settings;
	}

	/**
	 * Look for messages.
	 * @param missing the messages; those that are found are taken from them
	 * @param since when, by the clock of {@link PostmarkHttp#nanoTime()}, the first of
	 * them was sent, or earlier
	 * @return {@code null} if it was done to the end, so that what is still missing was
	 * not there when the time was over; otherwise what kept it from that
	 */
	@Nullable Exception find(MissingMessages missing, long since) {
		long start = this.http.nanoTime();
		Duration wait = Duration.ZERO;
		while (true) {
			try {
				if (!this.http.pause(wait)) {
					return new PostmarkTransportException("The application is shutting down", null);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return ex;
			}
			PostmarkException failure = findOnce(missing, since);
			Duration left = this.settings.timeout().minusNanos(this.http.nanoTime() - start);
			if (missing.isEmpty()) {
				return null;
			}
			if (left.isNegative() || left.isZero() || isFinal(failure)) {
				return failure;
			}
			wait = this.settings.interval();
			if (failure instanceof RateLimitedException limited && limited.retryAfter() != null) {
				if (limited.retryAfter().compareTo(left) > 0) {
					return failure;
				}
				wait = (wait.compareTo(limited.retryAfter()) > 0) ? wait : limited.retryAfter();
			}
			// The last look is when the time is over, and not before.
			wait = (wait.compareTo(left) < 0) ? wait : left;
		}
	}

	private @Nullable PostmarkException findOnce(MissingMessages missing, long since) {
		try {
			this.search.find(missing, since);
			return null;
		}
		catch (PostmarkException ex) {
			return ex;
		}
	}

	/** Whether to ask again is of no use. */
	private static boolean isFinal(@Nullable PostmarkException failure) {
		return failure instanceof PostmarkApiException refusal && !(refusal instanceof RateLimitedException)
				&& !(refusal instanceof PostmarkUnavailableException)
				&& (refusal.status() == null || !refusal.status().is5xxServerError());
	}

}
