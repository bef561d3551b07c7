package io.github.postmarkspring.benchmarks.stub;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The counts by token.
 */
final class Tallies {

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	Counter of(String token) {
		return this.counters.computeIfAbsent(token, (key) -> new Counter());
	}

	/**
	 * Counts what comes with one token.
	 */
	static final class Counter {

		private final BitSet seen = new BitSet();

		private Tally tally = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

		synchronized void connected() {
			this.tally = new Tally(this.tally.connections() + 1, this.tally.requests(), this.tally.mails(),
					this.tally.duplicates(), this.tally.bytes(), this.tally.lost(), this.tally.chunked(),
					this.tally.extras());
		}

		/**
		 * Count a request.
		 * @return how many requests there have been
		 */
		synchronized long received(Request request, int[] ids, int mails) {
			long duplicates = 0;
			for (int i = 0; i < mails; i++) {
				duplicates += this.seen.get(ids[i]) ? 1 : 0;
				this.seen.set(ids[i]);
			}
			this.tally = new Tally(this.tally.connections(), this.tally.requests() + 1, this.tally.mails() + mails,
					this.tally.duplicates() + duplicates, this.tally.bytes() + request.length(), this.tally.lost(),
					this.tally.chunked() + (request.chunked() ? 1 : 0),
					this.tally.extras() + (request.extras() ? 1 : 0));
			return this.tally.requests();
		}

		synchronized void lost() {
			this.tally = new Tally(this.tally.connections(), this.tally.requests(), this.tally.mails(),
					this.tally.duplicates(), this.tally.bytes(), this.tally.lost() + 1, this.tally.chunked(),
					this.tally.extras());
		}

		synchronized Tally tally() {
			return this.tally;
		}

	}

}
