package io.github.postmarkspring.client.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * US Eastern time, which Postmark takes the moments of queries to be in.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public final class EasternTime {

	/** The zone. */
	public static final ZoneId ZONE = ZoneId.of("America/New_York");

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private EasternTime() {
	}

	/**
	 * Return a moment as Eastern clocks show it.
	 * @param moment the moment
	 * @return the time in whole seconds, the rest cut off
	 */
	public static LocalDateTime of(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE).truncatedTo(ChronoUnit.SECONDS);
	}

	/**
	 * Write an Eastern time as queries do.
	 * @param time the time
	 * @return such as {@code 2026-11-02T09:15:30}
	 */
	public static String format(LocalDateTime time) {
		return FORMAT.format(time);
	}

	/**
	 * Read what {@link #format} has written.
	 * @param text such as {@code 2026-11-02T09:15:30}
	 * @return the Eastern time
	 */
	public static LocalDateTime parse(String text) {
		return LocalDateTime.parse(text, FORMAT);
	}

}
