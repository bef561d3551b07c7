package io.github.postmarkspring.client.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

import io.github.postmarkspring.client.time.EasternTime;
import org.jspecify.annotations.Nullable;

/**
 * A query for a page of what happened in a period. Postmark lets one read the first
 * 10,000 rows of it.
 *
 * @param <Q> the query itself
 * @since 0.1.0
 */
public abstract class PeriodQuery<Q extends PeriodQuery<Q>> extends PagedQuery<Q> {

	protected PeriodQuery(Map<String, String> parameters) {
		super(parameters);
	}

	@Override
	protected final boolean isLimited() {
		return true;
	}

	/**
	 * Look for what happened at a moment or after it.
	 * @param moment the moment, in whole seconds. It is sent as the US Eastern time that
	 * Postmark takes it for; in the hour that is repeated when daylight saving time ends,
	 * that is ambiguous
	 * @return a new query
	 */
	public final Q from(Instant moment) {
		return from(EasternTime.of(moment));
	}

	/**
	 * Look for what happened at a moment or before it.
	 * @param moment the moment, in whole seconds, as with {@link #from}
	 * @return a new query
	 */
	public final Q to(Instant moment) {
		return to(EasternTime.of(moment));
	}

	final Q from(LocalDateTime eastern) {
		return parameter("fromdate", EasternTime.format(eastern));
	}

	final Q to(LocalDateTime eastern) {
		return parameter("todate", EasternTime.format(eastern));
	}

	final @Nullable LocalDateTime from() {
		return time("fromdate");
	}

	final @Nullable LocalDateTime to() {
		return time("todate");
	}

	private @Nullable LocalDateTime time(String name) {
		String text = parameters().get(name);
		return (text != null) ? EasternTime.parse(text) : null;
	}

}
