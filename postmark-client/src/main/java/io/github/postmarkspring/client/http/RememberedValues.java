package io.github.postmarkspring.client.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that are costly to make, and the same for the same key: the first 1000 are
 * remembered, which is more than keys of observations have, and those after them are made
 * each time.
 *
 * @param <K> what they depend on
 * @param <V> the values
 * @since 0.1.0
 */
public final class RememberedValues<K, V> {

	private static final int MOST = 1000;

	private final Map<K, V> values = new ConcurrentHashMap<>();

	/**
	 * Return the value for a key.
	 * @param key the key
	 * @param make makes the value
	 * @return the value
	 */
	public V get(K key, Function<? super K, ? extends V> make) {
		V known = this.values.get(key);
		if (known != null) {
			return known;
		}
		V made = make.apply(key);
		if (this.values.size() < MOST) {
			this.values.put(key, made);
		}
		return made;
	}

}
