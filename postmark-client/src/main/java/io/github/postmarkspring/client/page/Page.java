package io.github.postmarkspring.client.page;

import java.util.List;

/**
 * A page of a list.
 *
 * @param <T> the type of the items
 * @since 0.1.0
 */
public interface Page<T> {

	/**
	 * Return how many items there are on all pages.
	 * @return the count
	 */
	int totalCount();

	/**
	 * Return the items of this page.
	 * @return the items, never {@code null}
	 */
	List<T> items();

}
