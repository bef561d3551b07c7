package io.github.postmarkspring.client.stats;

import java.util.Map;

import io.github.postmarkspring.client.http.Query;
import io.github.postmarkspring.client.time.EasternDate;

/**
 * What to count. Unless a message stream is named, Postmark counts all of them.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public final class StatsQuery extends Query<StatsQuery> {

	private StatsQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for everything
	 */
	public static StatsQuery create() {
		return new StatsQuery(Map.of());
	}

	@Override
	protected StatsQuery with(Map<String, String> parameters) {
		return new StatsQuery(parameters);
	}

	/**
	 * Look for messages with a tag.
	 * @param tag the tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public StatsQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for a day and those after it.
	 * @param from the first day
	 * @return a new query
	 */
	public StatsQuery from(EasternDate from) {
		return parameter("fromdate", from.toString());
	}

	/**
	 * Look for a day and those before it.
	 * @param to the last day
	 * @return a new query
	 */
	public StatsQuery to(EasternDate to) {
		return parameter("todate", to.toString());
	}

	/**
	 * Look for a message stream.
	 * @param messageStream the id of the stream
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public StatsQuery messageStream(String messageStream) {
		return parameter("messagestream", messageStream);
	}

}
