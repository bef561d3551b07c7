package io.github.postmarkspring.boot.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The tokens as they were read at one time.
 *
 * @param values the tokens by {@link TokenKey#id()}
 * @param problems what was wrong with those that could not be read, without values; the
 * last good one stands in for each
 * @param readAt when, in nanoseconds of the JVM
 */
record TokenSnapshot(Map<String, String> values, Map<TokenKey, String> problems, long readAt) {

	@Nullable String get(String id) {
		return this.values.get(id);
	}

	boolean has(String token) {
		return this.values.containsValue(token);
	}

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "TokenSnapshot" + this.values.keySet();
	}

}
