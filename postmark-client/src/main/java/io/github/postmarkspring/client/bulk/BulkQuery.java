package io.github.postmarkspring.client.bulk;

import java.util.Map;

import io.github.postmarkspring.client.http.Query;

import org.springframework.util.Assert;

/**
 * Which page of the bulk mailings to give.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bulk-email">Postmark: Bulk Email
 * API</a>
 */
public final class BulkQuery extends Query<BulkQuery> {

	private BulkQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first page
	 */
	public static BulkQuery create() {
		return new BulkQuery(Map.of());
	}

	@Override
	protected BulkQuery with(Map<String, String> parameters) {
		return new BulkQuery(parameters);
	}

	/**
	 * The mailings after a page.
	 * @param paginationKey the key that the page before came with
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public BulkQuery paginationKey(String paginationKey) {
		return parameter("paginationKey", paginationKey);
	}

	/**
	 * Set how many mailings the page has.
	 * @param count 1 or more
	 * @return a new query
	 * @throws IllegalArgumentException if the count is out of range
	 */
	public BulkQuery count(int count) {
		Assert.isTrue(count >= 1, () -> "'count' must be 1 or more, not " + count);
		return parameter("count", Integer.toString(count));
	}

}
