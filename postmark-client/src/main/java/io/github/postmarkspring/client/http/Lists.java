package io.github.postmarkspring.client.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Lists and maps of answers, which Postmark leaves out or gives as {@code null} where
 * they are empty.
 *
 * @since 0.1.0
 */
public final class Lists {

	private Lists() {
	}

	/**
	 * Copy a list.
	 * @param <T> the type of its items
	 * @param list the list, or {@code null} for an empty one
	 * @return an immutable list without {@code null}
	 */
	public static <T> List<T> copy(@Nullable List<T> list) {
		return (list != null) ? list.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/**
	 * Copy a map.
	 * @param <V> the type of its values
	 * @param map the map, or {@code null} for an empty one
	 * @return an immutable map in the same order, without {@code null}
	 */
	public static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
		Map<String, V> copy = new LinkedHashMap<>();
		if (map != null) {
			map.forEach((name, value) -> {
				if (name != null && value != null) {
					copy.put(name, value);
				}
			});
		}
		return Collections.unmodifiableMap(copy);
	}

}
