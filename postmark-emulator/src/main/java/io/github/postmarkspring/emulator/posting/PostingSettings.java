package io.github.postmarkspring.emulator.posting;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How the emulator posts.
 *
 * @param retries the retries of webhooks other than the inbound one
 * @param timeout how long an answer may take; {@code null} for Postmark's own limits
 * @param remote whether to post to other machines, too
 * @param strict whether a webhook must answer a probe before it is saved as verified
 * @since 0.1.0
 */
public record PostingSettings(WebhookRetries retries, @Nullable Duration timeout, boolean remote, boolean strict) {

	/**
	 * What holds unless something else is said.
	 */
	public static final PostingSettings DEFAULT = new PostingSettings(WebhookRetries.SIX, null, false, false);

	// Not documented; ten seconds are believed to be the limit.
	private static final Duration WEBHOOK = Duration.ofSeconds(10);

	private static final Duration INBOUND = Duration.ofMinutes(2);

	// All six triggers are probed within one request, which has 30 seconds.
	private static final Duration PROBE = Duration.ofSeconds(4);

	/**
	 * Returns how long the answer to a webhook may take.
	 * @return 10 seconds unless something else is set
	 */
	public Duration webhookTimeout() {
		return (this.timeout != null) ? this.timeout : WEBHOOK;
	}

	/**
	 * Returns how long the answer to inbound mail may take.
	 * @return 2 minutes unless something else is set
	 */
	public Duration inboundTimeout() {
		return (this.timeout != null) ? this.timeout : INBOUND;
	}

	/**
	 * Returns how long the answer to a probe may take.
	 * @return 4 seconds unless less is set
	 */
	public Duration probeTimeout() {
		return (webhookTimeout().compareTo(PROBE) < 0) ? webhookTimeout() : PROBE;
	}

}
