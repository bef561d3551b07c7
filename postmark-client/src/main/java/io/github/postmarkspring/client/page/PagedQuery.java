package io.github.postmarkspring.client.page;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.client.http.Query;

import org.springframework.util.Assert;

/**
 * A query for a page of a list. It asks for the first 500 items unless told otherwise.
 *
 * @param <Q> the query itself
 * @since 0.1.0
 */
public abstract class PagedQuery<Q extends PagedQuery<Q>> extends Query<Q> {

	/** The most items that a page can have. */
	public static final int MAX_COUNT = 500;

	/**
	 * The most rows that {@code count} and {@code offset} reach, where there is a limit.
	 */
	public static final int MAX_ROWS = 10_000;

	protected PagedQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Return what a query starts with.
	 * @return the first page of the largest size
	 */
	protected static Map<String, String> firstPage() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("count", Integer.toString(MAX_COUNT));
		parameters.put("offset", "0");
		return parameters;
	}

	/**
	 * Return whether Postmark lets one read the first 10,000 rows only.
	 * @return whether there is a limit
	 */
	protected boolean isLimited() {
		return false;
	}

	/**
	 * Return how many items the page has at most.
	 * @return 1 to 500
	 */
	public final int count() {
		return Integer.parseInt(super.parameters().getOrDefault("count", "0"));
	}

	/**
	 * Return how many items are passed over.
	 * @return 0 or more
	 */
	public final int offset() {
		return Integer.parseInt(super.parameters().getOrDefault("offset", "0"));
	}

	/**
	 * Set how many items the page has at most.
	 * @param count 1 to 500
	 * @return a new query
	 * @throws IllegalArgumentException if the count is out of range
	 */
	public final Q count(int count) {
		Assert.isTrue(count >= 1 && count <= MAX_COUNT, () -> "'count' must be 1 to 500, not " + count);
		return parameter("count", Integer.toString(count));
	}

	/**
	 * Set how many items are passed over.
	 * @param offset 0 or more. For messages, bounces, opens and clicks {@code count} and
	 * {@code offset} together reach 10,000 at most, which is checked when the query is
	 * used
	 * @return a new query
	 * @throws IllegalArgumentException if the offset is out of range
	 */
	public final Q offset(int offset) {
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, not " + offset);
		return parameter("offset", Integer.toString(offset));
	}

	@Override
	public Map<String, String> parameters() {
		Assert.isTrue(!isLimited() || (long) count() + offset() <= MAX_ROWS, () -> "'count' and 'offset' together must "
				+ "not go beyond 10000 rows, not " + count() + " + " + offset() + ": narrow the query instead");
		return super.parameters();
	}

}
