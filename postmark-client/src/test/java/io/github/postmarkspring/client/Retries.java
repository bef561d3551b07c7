package io.github.postmarkspring.client;

import java.time.Duration;

import io.github.postmarkspring.client.http.RetrySettings;

/**
 * Settings for tests, none of which waits.
 */
public final class Retries {

	/** Three attempts, one right after the other, and none after a time asked for. */
	public static final RetrySettings AT_ONCE = new RetrySettings(3, Duration.ZERO, 1, 0, Duration.ZERO, Duration.ZERO,
			Duration.ofHours(1));

	private Retries() {
	}

}
