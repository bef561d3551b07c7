package io.github.postmarkspring.client.message;

import org.springframework.util.Assert;

/**
 * How many messages are cut into requests.
 *
 * @param maxMessages the most messages of a request, 1 to 500
 * @param maxBytes the most bytes of a request, 1 to 50,000,000
 * @param concurrency how many requests are under way at once, 1 or more
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/api/email-api#send-batch-emails">Postmark: batch
 * emails</a>
 */
public record BatchSettings(int maxMessages, long maxBytes, int concurrency) {

	// See MessageChecks on what a MB is.
	private static final BatchSettings DEFAULTS = new BatchSettings(500, 50_000_000, 4);

	public BatchSettings {
		Assert.isTrue(maxMessages >= 1 && maxMessages <= 500, "'maxMessages' must be 1 to 500");
		Assert.isTrue(maxBytes >= 1 && maxBytes <= 50_000_000, "'maxBytes' must be 1 to 50,000,000");
		Assert.isTrue(concurrency >= 1, "'concurrency' must be 1 or more");
	}

	/**
	 * What Postmark takes, four requests at once.
	 * @return the settings
	 */
	public static BatchSettings defaults() {
		return DEFAULTS;
	}

	/** With no more requests at once than may be under way: others would wait in vain. */
	BatchSettings atMost(int maxRequests) {
		return (this.concurrency <= maxRequests) ? this
				: new BatchSettings(this.maxMessages, this.maxBytes, maxRequests);
	}

}
