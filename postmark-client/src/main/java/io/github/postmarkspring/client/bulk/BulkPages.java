package io.github.postmarkspring.client.bulk;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Follows the key of each page to the next.
 */
class BulkPages implements Iterator<BulkMailing> {

	private final Function<BulkQuery, BulkPage> fetch;

	private @Nullable BulkQuery next;

	private @Nullable Iterator<BulkMailing> mailings;

	BulkPages(BulkQuery query, Function<BulkQuery, BulkPage> fetch) {
		this.next = query;
		this.fetch = fetch;
	}

	@Override
	public boolean hasNext() {
		while ((this.mailings == null || !this.mailings.hasNext()) && this.next != null) {
			BulkQuery query = this.next;
			BulkPage page = this.fetch.apply(query);
			this.mailings = page.mailings().iterator();
			String key = page.paginationKey();
			BulkQuery following = (key != null && !key.isBlank()) ? query.paginationKey(key) : null;
			// The same key again would lead in a circle.
			this.next = query.equals(following) ? null : following;
		}
		return this.mailings != null && this.mailings.hasNext();
	}

	@Override
	public BulkMailing next() {
		if (!hasNext() || this.mailings == null) {
			throw new NoSuchElementException();
		}
		return this.mailings.next();
	}

}
