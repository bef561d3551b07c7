package io.github.postmarkspring.client.page;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.util.Assert;

/**
 * Goes through all pages of a list.
 *
 * @since 0.1.0
 */
public final class Pages {

	private Pages() {
	}

	/**
	 * Stream a list, page by page as it is consumed. Rows that are added or removed in
	 * the meantime move the others: one may then come twice or be passed over.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query where to begin, and how large a page is
	 * @param fetch gets a page
	 * @return the items. Where Postmark has more rows than it lets one read, the stream
	 * ends with a {@link PageLimitException} after those it does
	 */
	public static <T, Q extends PagedQuery<Q>> Stream<T> stream(Q query, Function<Q, ? extends Page<T>> fetch) {
		Assert.notNull(query, "'query' must not be null");
		Assert.isTrue(!query.isLimited() || query.offset() < PagedQuery.MAX_ROWS,
				() -> "'offset' must be less than 10000, not " + query.offset());
		return lazily(new PageIterator<>(query, fetch));
	}

	/**
	 * Stream a list that may have more rows than Postmark lets one read with one query:
	 * the period is halved until each part has few enough. The latest part comes first.
	 * What falls on the border of two parts comes once.
	 * @param <T> the type of the items, whose {@code equals} compares their content
	 * @param <Q> the type of the query
	 * @param query what to look for, with both {@code from} and {@code to}
	 * @param fetch gets a page
	 * @return the items. If a single second has more rows than Postmark lets one read,
	 * the stream ends there with a {@link PageLimitException}
	 * @throws IllegalArgumentException if the period is open or ends before it begins, or
	 * if the query passes over rows
	 */
	public static <T, Q extends PeriodQuery<Q>> Stream<T> sliced(Q query, Function<Q, ? extends Page<T>> fetch) {
		LocalDateTime from = query.from();
		LocalDateTime to = query.to();
		Assert.notNull(from, "'from' must be set to slice by");
		Assert.notNull(to, "'to' must be set to slice by");
		Assert.isTrue(!from.isAfter(to), "'from' must not be after 'to'");
		Assert.isTrue(query.offset() == 0, () -> "'offset' must be 0 to slice, not " + query.offset());
		return lazily(new SliceIterator<>(query, new Slice(from, to), fetch));
	}

	private static <T> Stream<T> lazily(Iterator<T> items) {
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	private static final class PageIterator<T, Q extends PagedQuery<Q>> implements Iterator<T> {

		private final Q query;

		private final Function<Q, ? extends Page<T>> fetch;

		private Iterator<T> items = List.<T>of().iterator();

		private int offset;

		private int totalCount = Integer.MAX_VALUE;

		PageIterator(Q query, Function<Q, ? extends Page<T>> fetch) {
			this.query = query;
			this.fetch = fetch;
			this.offset = query.offset();
		}

		@Override
		public boolean hasNext() {
			if (!this.items.hasNext() && this.offset < this.totalCount) {
				fetchNext();
			}
			return this.items.hasNext();
		}

		private void fetchNext() {
			int count = this.query.count();
			if (this.query.isLimited() && this.offset + count > PagedQuery.MAX_ROWS) {
				count = PagedQuery.MAX_ROWS - this.offset;
				if (count <= 0) {
					throw new PageLimitException(this.totalCount);
				}
			}
			Page<T> page = this.fetch.apply(this.query.offset(this.offset).count(count));
			this.items = page.items().iterator();
			// A page that is empty is the last, whatever the total says.
			this.totalCount = page.items().isEmpty() ? 0 : page.totalCount();
			this.offset += count;
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.items.next();
		}

	}

	private static final class SliceIterator<T, Q extends PeriodQuery<Q>> implements Iterator<T> {

		private final Q query;

		private final Function<Q, ? extends Page<T>> fetch;

		private final Deque<Slice> slices = new ArrayDeque<>();

		private Set<T> previous = Set.of();

		private Set<T> current = new HashSet<>();

		private Iterator<T> items = List.<T>of().iterator();

		SliceIterator(Q query, Slice slice, Function<Q, ? extends Page<T>> fetch) {
			this.query = query;
			this.fetch = fetch;
			this.slices.push(slice);
		}

		@Override
		public boolean hasNext() {
			while (!this.items.hasNext() && !this.slices.isEmpty()) {
				open(this.slices.pop());
			}
			return this.items.hasNext();
		}

		private void open(Slice slice) {
			Q part = this.query.from(slice.from()).to(slice.to());
			if (slice.canBeHalved() && this.fetch.apply(part.count(1)).totalCount() > PagedQuery.MAX_ROWS) {
				LocalDateTime middle = slice.middle();
				this.slices.push(new Slice(slice.from(), middle));
				this.slices.push(new Slice(middle, slice.to()));
				return;
			}
			this.previous = this.current;
			this.current = new HashSet<>();
			this.items = stream(part, this.fetch).filter(this::isNew).iterator();
		}

		/**
		 * Borders belong to both parts, because rows have fractions of seconds and
		 * queries do not.
		 */
		private boolean isNew(T item) {
			this.current.add(item);
			return !this.previous.contains(item);
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.items.next();
		}

	}

	private record Slice(LocalDateTime from, LocalDateTime to) {

		boolean canBeHalved() {
			return Duration.between(this.from, this.to).toSeconds() > 1;
		}

		LocalDateTime middle() {
			return this.from.plusSeconds(Duration.between(this.from, this.to).toSeconds() / 2);
		}

	}

}
