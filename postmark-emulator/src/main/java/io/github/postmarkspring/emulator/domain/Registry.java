package io.github.postmarkspring.emulator.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Things by number, limited in number. What is changed is replaced.
 */
class Registry<T> {

	private static final int MAX_ITEMS = 1000;

	private final Map<Long, T> items = new TreeMap<>();

	private final ApiException missing;

	private final ApiException duplicate;

	Registry(ApiException missing, ApiException duplicate) {
		this.missing = missing;
		this.duplicate = duplicate;
	}

	synchronized void add(long id, T item, Predicate<T> same) {
		if (this.items.values().stream().anyMatch(same)) {
			throw this.duplicate;
		}
		if (this.items.size() >= MAX_ITEMS) {
			throw ApiException.unprocessable(614, "The emulator has room for " + MAX_ITEMS + ".");
		}
		this.items.put(id, item);
	}

	synchronized T require(long id) {
		@Nullable T item = this.items.get(id);
		if (item == null) {
			throw this.missing;
		}
		return item;
	}

	synchronized T change(long id, UnaryOperator<T> change) {
		T changed = change.apply(require(id));
		this.items.put(id, changed);
		return changed;
	}

	synchronized T remove(long id) {
		T item = require(id);
		this.items.remove(id);
		return item;
	}

	synchronized List<T> all() {
		return List.copyOf(this.items.values());
	}

}
