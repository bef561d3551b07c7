package io.github.postmarkspring.benchmarks.send;

/**
 * What a subject does in a round.
 *
 * @param kind what is sent
 * @param threads how many threads send
 * @param millis for how long
 * @param operations how many times at most, 0 for as many as time allows
 */
public record Load(Kind kind, int threads, long millis, int operations) {

	/**
	 * What is sent.
	 */
	public enum Kind {

		/** A mail of 5 KB. */
		SMALL(1),

		/** The same with an attachment of 1 MiB. */
		LARGE(1),

		/** 500 of the small ones in a request. */
		BATCH(500);

		private final int mails;

		Kind(int mails) {
			this.mails = mails;
		}

		/**
		 * Return how many mails an operation sends.
		 * @return how many
		 */
		public int mails() {
			return this.mails;
		}

	}

}
