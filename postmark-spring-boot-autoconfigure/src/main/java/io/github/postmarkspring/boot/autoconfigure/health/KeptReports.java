package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What Postmark knows of each server, kept for a while. Readers who come while it is
 * asked wait for the same answer. Boot keeps answers of endpoints as well, but none that
 * are about something the reader names.
 */
class KeptReports {

	private final ServerReport report;

	private final long timeToLive;

	private final LongSupplier nanoTime;

	private final Map<LiveToken, Kept> kept = new ConcurrentHashMap<>();

	KeptReports(ServerReport report, Duration timeToLive, LongSupplier nanoTime) {
		this.report = report;
		this.timeToLive = TimeUnit.NANOSECONDS.convert(timeToLive);
		this.nanoTime = nanoTime;
	}

	Map<String, Object> of(LiveToken token) {
		Kept kept = this.kept.compute(token,
				(key, before) -> (before != null && before.isFresh()) ? before : new Kept(token));
		// Whoever is the first asks, for the others this does nothing.
		kept.run();
		try {
			return kept.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while Postmark was asked", ex);
		}
		catch (ExecutionException ex) {
			this.kept.remove(token, kept);
			throw new IllegalStateException("Postmark could not be asked", ex.getCause());
		}
	}

	private final class Kept extends FutureTask<Map<String, Object>> {

		private volatile long since;

		Kept(LiveToken token) {
			super(() -> KeptReports.this.report.of(token));
		}

		@Override
		protected void done() {
			this.since = KeptReports.this.nanoTime.getAsLong();
		}

		boolean isFresh() {
			return !isDone() || KeptReports.this.nanoTime.getAsLong() - this.since < KeptReports.this.timeToLive;
		}

	}

}
