package io.github.postmarkspring.client.page;

import java.util.Map;

/**
 * A query for a page of a list that cannot be narrowed.
 *
 * @since 0.1.0
 */
public final class ListQuery extends PagedQuery<ListQuery> {

	private ListQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500 items
	 */
	public static ListQuery create() {
		return new ListQuery(firstPage());
	}

	@Override
	protected ListQuery with(Map<String, String> parameters) {
		return new ListQuery(parameters);
	}

}
