package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Reads a token beside whoever needs it, who waits for a limited time only: connection
 * details may have to ask a store that is slow, or never answers. What is under way is
 * waited for and not begun again, so that such a store costs one thread.
 */
class TokenReading {

	private final Executor threads;

	private final Duration patience;

	private @Nullable UnderWay underWay;

	TokenReading(Executor threads, Duration patience) {
		this.threads = threads;
		this.patience = patience;
	}

	/**
	 * Read a token.
	 * @param source has the token, or {@code null}, and may take its time and fail
	 * @throws UnreadableTokenException if it fails, or takes too long
	 */
	@Nullable String read(Supplier<@Nullable String> source) {
		try {
			UnderWay reading = begin(source);
			long waited = System.nanoTime() - reading.since();
			return reading.token().get(this.patience.toNanos() - waited, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new UnreadableTokenException("no answer within " + this.patience.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnreadableTokenException(ex.getClass().getName());
		}
		catch (ExecutionException ex) {
			// What it says may be anybody's words.
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new UnreadableTokenException(cause.getClass().getName());
		}
	}

	private synchronized UnderWay begin(Supplier<@Nullable String> source) {
		UnderWay reading = this.underWay;
		if (reading == null || reading.token().isDone()) {
			reading = new UnderWay(CompletableFuture.supplyAsync(source, this.threads), System.nanoTime());
			this.underWay = reading;
		}
		return reading;
	}

	private record UnderWay(CompletableFuture<@Nullable String> token, long since) {
	}

}
