package io.github.postmarkspring.client.stats;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.time.EasternDate;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Counts, day by day and in all.
 *
 * @param <C> the type of the counts
 * @param total the counts of all days
 * @param days the counts of each day. Days without any are left out
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
@JsonDeserialize(using = StatsSeriesReader.class)
public record StatsSeries<C>(C total, List<Day<C>> days) {

	public StatsSeries {
		days = Lists.copy(days);
	}

	/**
	 * The counts of a day.
	 *
	 * @param <C> the type of the counts
	 * @param date the day
	 * @param counts the counts
	 */
	public record Day<C>(EasternDate date, C counts) {

	}

}
