package io.github.postmarkspring.client.page;

/**
 * There are more rows than Postmark lets one read with one query. All that can be read
 * came before.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public class PageLimitException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final int totalCount;

	PageLimitException(int totalCount) {
		super("Postmark has " + totalCount + " rows for this query and lets one read the first " + PagedQuery.MAX_ROWS
				+ ": slice it by 'from' and 'to', or narrow it otherwise");
		this.totalCount = totalCount;
	}

	/**
	 * Return how many rows there are.
	 * @return the count
	 */
	public int totalCount() {
		return this.totalCount;
	}

}
