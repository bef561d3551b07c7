package io.github.postmarkspring.emulator.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a search, which Postmark takes for US Eastern time.
 *
 * @param from the first moment meant
 * @param until the first moment no longer meant: the next day, or the next second
 * @since 0.1.0
 */
public record EasternTime(Instant from, Instant until) {

	private static final ZoneId EASTERN = ZoneId.of("America/New_York");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-M-d")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-M-d'T'H:m:s")
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * Returns the parameters {@code fromdate} and {@code todate}, both ends included.
	 * @param query the query
	 * @param errorCode the error of the list's family
	 * @return what they ask for
	 * @throws ApiException if one is no date
	 */
	public static Predicate<Instant> between(QueryParameters query, int errorCode) {
		Predicate<Instant> filter = (instant) -> true;
		EasternTime first = read(query, "fromdate", errorCode);
		if (first != null) {
			filter = filter.and((instant) -> !instant.isBefore(first.from()));
		}
		EasternTime last = read(query, "todate", errorCode);
		return (last != null) ? filter.and((instant) -> instant.isBefore(last.until())) : filter;
	}

	/**
	 * Reads one parameter.
	 * @param query the query
	 * @param name the parameter's name
	 * @param errorCode the error of the list's family
	 * @return what it means, or {@code null} if it is absent
	 * @throws ApiException if it is no date
	 */
	public static @Nullable EasternTime read(QueryParameters query, String name, int errorCode) {
		String text = query.get(name);
		if (text == null) {
			return null;
		}
		EasternTime time = parse(text);
		if (time == null) {
			throw ApiException.unprocessable(errorCode,
					"The parameter '" + name + "' must look like 2026-11-02 or 2026-11-02T09:15:30.");
		}
		return time;
	}

	/**
	 * Returns the day an event is counted under.
	 * @param instant when it happened
	 * @return the date in US Eastern time
	 */
	public static LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, EASTERN);
	}

	/**
	 * Returns what a text means, or {@code null} if it is no date.
	 */
	private static @Nullable EasternTime parse(String text) {
		try {
			if (text.indexOf('T') < 0) {
				ZonedDateTime start = LocalDate.parse(text, DATE).atStartOfDay(EASTERN);
				return new EasternTime(start.toInstant(), start.plusDays(1).toInstant());
			}
			Instant second = LocalDateTime.parse(text, DATE_TIME).atZone(EASTERN).toInstant();
			return new EasternTime(second, second.plusSeconds(1));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
