package io.github.postmarkspring.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The query of a request. Letter case of keys is of no account, a key without a value
 * counts as absent, and of a repeated key the first value stands.
 *
 * @since 0.1.0
 */
public final class QueryParameters {

	private final Map<String, String> values;

	private QueryParameters(Map<String, String> values) {
		this.values = values;
	}

	static QueryParameters parse(@Nullable String rawQuery) {
		Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		if (rawQuery != null) {
			for (String pair : rawQuery.split("&")) {
				int equals = pair.indexOf('=');
				if (equals > 0 && equals < pair.length() - 1) {
					values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
				}
			}
		}
		return new QueryParameters(values);
	}

	/**
	 * Returns the value of a parameter.
	 * @param key the key, in any letter case
	 * @return the value, or {@code null} if absent or empty
	 */
	public @Nullable String get(String key) {
		return this.values.get(key);
	}

	/**
	 * Returns the parameters whose keys begin with a prefix, by the rest of their keys.
	 * @param prefix the prefix, in any letter case
	 * @return the values by what follows the prefix
	 */
	public Map<String, String> startingWith(String prefix) {
		Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.values.forEach((key, value) -> {
			if (key.regionMatches(true, 0, prefix, 0, prefix.length())) {
				found.put(key.substring(prefix.length()), value);
			}
		});
		return found;
	}

	/**
	 * Returns whether a parameter is {@code true}, {@code True} or {@code 1}.
	 * @param key the key, in any letter case
	 * @return whether the flag is set
	 */
	public boolean flag(String key) {
		String value = get(key);
		return "true".equalsIgnoreCase(value) || "1".equals(value);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
