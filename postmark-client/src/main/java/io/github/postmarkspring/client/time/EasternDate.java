package io.github.postmarkspring.client.time;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.util.Assert;

/**
 * A day as Postmark counts it: from midnight to midnight in US Eastern time.
 *
 * @param date the day on Eastern calendars
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record EasternDate(LocalDate date) {

	public EasternDate {
		Assert.notNull(date, "'date' must not be null");
	}

	/**
	 * Return the day that a moment falls on.
	 * @param moment the moment
	 * @return its day in US Eastern time
	 */
	public static EasternDate of(Instant moment) {
		return new EasternDate(LocalDate.ofInstant(moment, EasternTime.ZONE));
	}

	/**
	 * Return a day of an Eastern calendar.
	 * @param year the year
	 * @param month the month, 1 to 12
	 * @param day the day of the month
	 * @return the day
	 */
	public static EasternDate of(int year, int month, int day) {
		return new EasternDate(LocalDate.of(year, month, day));
	}

	/**
	 * Return the day as queries have it.
	 * @return such as {@code 2026-11-02}
	 */
	@Override
	public String toString() {
		return this.date.toString();
	}

}
