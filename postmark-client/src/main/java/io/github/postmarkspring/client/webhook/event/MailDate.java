package io.github.postmarkspring.client.webhook.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates as mail has them by RFC 5322, with the older forms that it lets stand:
 * years of two digits, names of zones, comments.
 */
final class MailDate {

	private static final int MAX_LENGTH = 100;

	private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

	private static final Pattern FORM = Pattern
		.compile("(?:[A-Za-z]{3},?\\s*)?(\\d{1,2})\\s+([A-Za-z]{3})\\s+(\\d{2,4})\\s+"
				+ "(\\d{1,2})\\s*:\\s*(\\d{2})(?:\\s*:\\s*(\\d{2}))?\\s*([-+]\\d{4}|[A-Za-z]{1,3})");

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("ut", 0), Map.entry("utc", 0),
			Map.entry("gmt", 0), Map.entry("z", 0), Map.entry("edt", -4), Map.entry("est", -5), Map.entry("cdt", -5),
			Map.entry("cst", -6), Map.entry("mdt", -6), Map.entry("mst", -7), Map.entry("pdt", -7),
			Map.entry("pst", -8));

	private MailDate() {
	}

	/**
	 * Return the date, or {@code null} if the text is not one or has a zone that can only
	 * be guessed.
	 */
	static @Nullable OffsetDateTime parse(@Nullable String text) {
		if (text == null || text.length() > MAX_LENGTH) {
			return null;
		}
		Matcher form = FORM.matcher(COMMENT.matcher(text).replaceAll(" ").strip());
		if (!form.matches()) {
			return null;
		}
		try {
			ZoneOffset zone = zone(form.group(7));
			return (zone != null) ? time(form).atOffset(zone) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static LocalDateTime time(Matcher form) {
		int month = MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT)) + 1;
		LocalDateTime minute = LocalDateTime.of(year(form.group(3)), month, Integer.parseInt(form.group(1)),
				Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)));
		int second = (form.group(6) != null) ? Integer.parseInt(form.group(6)) : 0;
		if (second > 60) {
			throw new DateTimeException("No such second");
		}
		// A leap second is the first of the next minute.
		return minute.plusSeconds(second);
	}

	private static int year(String digits) {
		int year = Integer.parseInt(digits);
		if (digits.length() == 4) {
			return year;
		}
		return year + ((year < 50) ? 2000 : 1900);
	}

	private static @Nullable ZoneOffset zone(String zone) {
		if (!Character.isLetter(zone.charAt(0))) {
			return ZoneOffset.of(zone);
		}
		Integer hours = ZONES.get(zone.toLowerCase(Locale.ROOT));
		return (hours != null) ? ZoneOffset.ofHours(hours) : null;
	}

}
