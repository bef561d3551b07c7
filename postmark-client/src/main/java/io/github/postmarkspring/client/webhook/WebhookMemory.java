package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;

/**
 * Remembers what has been handled, so that an event that Postmark posts again is not
 * handled again, and a request that somebody replays is seen. Postmark posts an event at
 * least once, and again if it got no answer in time.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * webhooks</a>
 */
public interface WebhookMemory {

	/**
	 * Claim something before handling it.
	 * @param key identifies it; not empty. Put in front of it which endpoint it came to
	 * and what kind of key it is, so that keys of different origin do not meet
	 * @return the claim. If its state is {@link State#CLAIMED} it must be told how
	 * handling ended
	 */
	Claim claim(String key);

	/**
	 * Create a memory of this application alone. It is gone when the application ends and
	 * knows nothing of other instances.
	 * @param maxEntries how much is remembered at most. What was handled longest ago is
	 * forgotten first; what is being handled never is, so that with that many under way
	 * all else is {@link State#BUSY}
	 * @param claimExpiry how long handling may take: a claim that is older is up for
	 * somebody else, because whoever holds it may never come back
	 * @param rememberedFor how long it is remembered what was handled
	 * @param clock tells the time
	 * @return the memory
	 * @throws IllegalArgumentException if a number or duration is not positive
	 */
	static WebhookMemory inMemory(int maxEntries, Duration claimExpiry, Duration rememberedFor, Clock clock) {
		return new InMemoryWebhookMemory(maxEntries, claimExpiry, rememberedFor, clock);
	}

	/**
	 * The right to handle something, or why there is none. Only the first call of
	 * {@link #handled()} or {@link #failed()} counts, and none without the right.
	 */
	interface Claim {

		/**
		 * Return whether to handle it.
		 * @return the state when it was claimed
		 */
		State state();

		/**
		 * Say that it has been handled. This counts even if the claim has expired.
		 */
		void handled();

		/**
		 * Say that handling failed, so that the next try is not taken for a duplicate. If
		 * the claim has expired and somebody else has a newer one, that one stays.
		 */
		void failed();

	}

	/**
	 * What came of a claim.
	 */
	enum State {

		/** It is yours to handle. */
		CLAIMED,

		/**
		 * It is being handled right now, or there is no room: it should be tried again.
		 */
		BUSY,

		/** It has been handled. */
		HANDLED

	}

}
