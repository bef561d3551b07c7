package io.github.postmarkspring.emulator.posting;

import java.util.function.IntPredicate;

/**
 * How webhooks other than the inbound one are tried again. Postmark has described it in
 * three ways.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Webhooks
 * overview</a>
 */
public enum WebhookRetries {

	/**
	 * As documented until August 2026: only 200 is a success and only 403 ends it; 10
	 * retries in 10 hours and 21 minutes for bounces and complaints, 3 in 21 minutes for
	 * the rest.
	 */
	UNTIL_AUGUST_2026,

	/**
	 * As documented in September 2026: 2xx is a success, 4xx other than 408 and 429 ends
	 * it; 6 retries in 51 minutes.
	 */
	SIX,

	/**
	 * As Postmark's guide for coding agents has it, later in 2026: the same answers, 9
	 * retries in 72 minutes.
	 */
	NINE;

	private static final IntPredicate ONLY_200 = (status) -> status == 200;

	private static final IntPredicate ANY_2XX = (status) -> status / 100 == 2;

	private static final IntPredicate MOST_4XX = (status) -> status / 100 == 4 && status != 408 && status != 429;

	/**
	 * Returns the rules for an event.
	 * @param bounce whether it is a bounce or a complaint
	 * @return the rules
	 */
	public RetryRules rules(boolean bounce) {
		return switch (this) {
			case UNTIL_AUGUST_2026 ->
				bounce ? RetryRules.INBOUND : RetryRules.of(ONLY_200, (status) -> status == 403, 1, 5, 15);
			case SIX -> RetryRules.of(ANY_2XX, MOST_4XX, 1, 5, 10, 10, 10, 15);
			case NINE -> RetryRules.of(ANY_2XX, MOST_4XX, 1, 5, 15, 1, 5, 10, 10, 10, 15);
		};
	}

}
