package io.github.postmarkspring.client.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A query that is immutable and written fluently: every method returns a new one. What
 * Postmark would refuse is refused as it is said.
 *
 * @param <Q> the query itself
 * @since 0.1.0
 */
public abstract class Query<Q extends Query<Q>> implements QueryParameters {

	private final Map<String, String> parameters;

	protected Query(Map<String, String> parameters) {
		this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/**
	 * Create the query anew.
	 * @param parameters its parameters
	 * @return the query
	 */
	protected abstract Q with(Map<String, String> parameters);

	/**
	 * Return this query with a parameter more, or another value for it.
	 * @param name the name as Postmark writes it
	 * @param value the value
	 * @return a new query
	 * @throws IllegalArgumentException if the value is blank
	 */
	protected final Q parameter(String name, String value) {
		Assert.hasText(value, () -> "'" + name + "' must not be blank");
		Map<String, String> changed = new LinkedHashMap<>(this.parameters);
		changed.put(name, value);
		return with(changed);
	}

	@Override
	public Map<String, String> parameters() {
		return this.parameters;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other != null && other.getClass() == getClass() && ((Query<?>) other).parameters.equals(this.parameters);
	}

	@Override
	public final int hashCode() {
		return this.parameters.hashCode();
	}

	@Override
	public final String toString() {
		return getClass().getSimpleName() + this.parameters;
	}

}
