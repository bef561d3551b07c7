package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A convention that may fail as it likes: nothing is told then in its place. Failing, it
 * would keep handlers from being told of the end, and what they hold would pile up.
 *
 * @param <T> what it tells of
 * @param convention the convention
 * @since 0.1.0
 */
public record CarefulConvention<T extends Observation.Context>(
		ObservationConvention<T> convention) implements ObservationConvention<T> {

	private static final Log logger = LogFactory.getLog(CarefulConvention.class);

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.convention.supportsContext(context);
	}

	@Override
	public @Nullable String getName() {
		return this.convention.getName();
	}

	@Override
	public @Nullable String getContextualName(T context) {
		return carefully(() -> this.convention.getContextualName(context));
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(T context) {
		KeyValues keyValues = carefully(() -> this.convention.getLowCardinalityKeyValues(context));
		return (keyValues != null) ? keyValues : KeyValues.empty();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(T context) {
		KeyValues keyValues = carefully(() -> this.convention.getHighCardinalityKeyValues(context));
		return (keyValues != null) ? keyValues : KeyValues.empty();
	}

	/** Without the message of what failed, which may quote the mail. */
	private static <R> @Nullable R carefully(Supplier<@Nullable R> told) {
		try {
			return told.get();
		}
		catch (Throwable ex) {
			logger.warn("A convention of observations failed: ".concat(ex.getClass().getName()));
			return null;
		}
	}

}
