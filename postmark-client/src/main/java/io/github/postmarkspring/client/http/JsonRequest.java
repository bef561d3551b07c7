package io.github.postmarkspring.client.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The fields of a request that creates or changes something. Immutable and written
 * fluently: every method returns a new one. What is not said is not sent, so that
 * Postmark keeps what it has.
 *
 * @param <R> the request itself
 * @since 0.1.0
 */
public abstract class JsonRequest<R extends JsonRequest<R>> {

	private final Map<String, Object> fields;

	protected JsonRequest(Map<String, Object> fields) {
		this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	/**
	 * Create the request anew.
	 * @param fields its fields
	 * @return the request
	 */
	protected abstract R with(Map<String, Object> fields);

	/**
	 * Return this request with a field more, or another value for it.
	 * @param name the name as Postmark writes it
	 * @param value the value
	 * @return a new request
	 */
	protected final R field(String name, Object value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		Map<String, Object> changed = new LinkedHashMap<>(this.fields);
		changed.put(name, value);
		return with(changed);
	}

	/**
	 * Return a text that must say something.
	 * @param name the name as Postmark writes it
	 * @param value the text
	 * @return the text
	 * @throws IllegalArgumentException if the text is blank
	 */
	protected static String required(String name, String value) {
		Assert.hasText(value, () -> "'" + name + "' must not be blank");
		return value;
	}

	/**
	 * Return the fields.
	 * @return what is sent as JSON, in this order
	 */
	@JsonValue
	public final Map<String, Object> fields() {
		return this.fields;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other != null && other.getClass() == getClass() && ((JsonRequest<?>) other).fields.equals(this.fields);
	}

	@Override
	public final int hashCode() {
		return this.fields.hashCode();
	}

	/**
	 * Return which fields there are: their values may be secrets.
	 */
	@Override
	public final String toString() {
		return getClass().getSimpleName() + this.fields.keySet();
	}

}
