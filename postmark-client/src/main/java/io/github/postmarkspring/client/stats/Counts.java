package io.github.postmarkspring.client.stats;

import org.jspecify.annotations.Nullable;

/**
 * Counts that Postmark leaves out where they are zero.
 */
final class Counts {

	private Counts() {
	}

	static long orZero(@Nullable Long count) {
		return (count != null) ? count : 0;
	}

	static double orZero(@Nullable Double rate) {
		return (rate != null) ? rate : 0;
	}

}
