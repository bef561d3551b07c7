package io.github.postmarkspring.client.http;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How many requests may be under way at once. A Postmark that is slow then holds that
 * many threads and no more: the others wait for a while and fail, with nothing sent.
 *
 * @param maxRequests the most requests, 1 or more
 * @param maxWait how long a call waits for its turn, 0 to 24 hours; a second at most
 * where as many wait already as may be under way
 * @since 0.1.0
 */
public record RequestLimits(int maxRequests, Duration maxWait) {

	private static final Duration DAY = Duration.ofHours(24);

	public RequestLimits {
		Assert.isTrue(maxRequests >= 1, "'maxRequests' must be 1 or more");
		Assert.isTrue(!maxWait.isNegative() && maxWait.compareTo(DAY) <= 0, "'maxWait' must be 0 to 24 hours");
	}

	/**
	 * 64 requests, and 10 seconds.
	 * @return the limits
	 */
	public static RequestLimits defaults() {
		return new RequestLimits(64, Duration.ofSeconds(10));
	}

}
