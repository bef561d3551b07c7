package io.github.postmarkspring.emulator.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Points in time as Postmark writes them today: UTC with seven digits of a second.
 *
 * @since 0.1.0
 */
public final class Timestamps {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private Timestamps() {
	}

	/**
	 * Formats a point in time.
	 * @param instant the point in time
	 * @return such as {@code 2026-11-02T09:15:30.1234567Z}
	 */
	public static String format(Instant instant) {
		return FORMAT.format(instant);
	}

	/**
	 * Formats a point in time that there may not be.
	 * @param instant the point in time
	 * @return the same, or {@code null} if there is none
	 */
	public static @Nullable String orNull(@Nullable Instant instant) {
		return (instant != null) ? format(instant) : null;
	}

}
