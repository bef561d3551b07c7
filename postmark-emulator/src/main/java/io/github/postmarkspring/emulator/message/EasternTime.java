package io.github.postmarkspring.emulator.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

import org.jspecify.annotations.Nullable;

/**
 * The dates of a search, which Postmark takes for US Eastern time.
 *
 * @param from the first moment meant
 * @param until the first moment no longer meant: the next day, or the next second
 */
record EasternTime(Instant from, Instant until) {

	private static final ZoneId EASTERN = ZoneId.of("America/New_York");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-M-d")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-M-d'T'H:m:s")
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * Returns what a text means, or {@code null} if it is no date.
	 */
	static @Nullable EasternTime parse(String text) {
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
