package io.github.postmarkspring.emulator.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The {@code count} and {@code offset} that Postmark's lists ask for.
 *
 * @param count how many at most, 1 to 500
 * @param offset how many to pass over, from 0
 * @since 0.1.0
 */
public record Paging(int count, int offset) {

	private static final int LARGEST_COUNT = 500;

	/**
	 * Reads both parameters, which are required.
	 * @param query the query
	 * @param errorCode the paging error of the list's family
	 * @param window the largest sum of both
	 * @return the page asked for
	 * @throws ApiException if one is missing or out of range
	 */
	public static Paging of(QueryParameters query, int errorCode, int window) {
		int count = number("count", query.get("count"), 1, LARGEST_COUNT, errorCode);
		int offset = number("offset", query.get("offset"), 0, Integer.MAX_VALUE, errorCode);
		if ((long) count + offset > window) {
			throw ApiException.unprocessable(errorCode,
					"The sum of 'count' and 'offset' must not exceed " + window + ".");
		}
		return new Paging(count, offset);
	}

	/**
	 * Returns the part of a list that is on this page.
	 * @param <T> the type of the items
	 * @param all the list
	 * @return the page
	 */
	public <T> List<T> page(List<T> all) {
		int from = Math.min(this.offset, all.size());
		return all.subList(from, Math.min(from + this.count, all.size()));
	}

	private static int number(String name, @Nullable String value, int min, int max, int errorCode) {
		try {
			int number = (value != null) ? Integer.parseInt(value) : -1;
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Answered below.
		}
		String range = (max == Integer.MAX_VALUE) ? "from " + min : "between " + min + " and " + max;
		throw ApiException.unprocessable(errorCode,
				"The parameter '" + name + "' is required and must be a whole number " + range + ".");
	}

}
