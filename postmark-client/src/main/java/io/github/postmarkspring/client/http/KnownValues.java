package io.github.postmarkspring.client.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.springframework.util.Assert;

/**
 * The values that a word of Postmark's is known to have. Postmark may add to them: a
 * value that is not among them is kept as it is.
 *
 * @param <T> the type of the word
 * @since 0.1.0
 */
public final class KnownValues<T> {

	private final Map<String, T> values = new HashMap<>();

	private final Function<String, T> unknown;

	private KnownValues(Function<String, T> unknown) {
		this.unknown = unknown;
	}

	/**
	 * Create known values.
	 * @param <T> the type of the word
	 * @param unknown makes a word of a text that is not known
	 * @param values the known ones, whose text is what {@code toString} returns
	 * @return the known values
	 */
	@SafeVarargs
	public static <T> KnownValues<T> of(Function<String, T> unknown, T... values) {
		KnownValues<T> known = new KnownValues<>(unknown);
		for (T value : values) {
			known.values.put(key(value.toString()), value);
		}
		return known;
	}

	/**
	 * Return the word for a text.
	 * @param text the text. Case, hyphens and underscores do not matter, so that
	 * {@code html-and-text} is {@code HtmlAndText}
	 * @return the known word, or one with this very text
	 */
	public T get(String text) {
		Assert.notNull(text, "'text' must not be null");
		T value = this.values.get(key(text));
		return (value != null) ? value : this.unknown.apply(text);
	}

	private static String key(String text) {
		return text.strip().replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
