package io.github.postmarkspring.client.http;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates with any number of fraction digits and either form of a zone. The usual
 * form is read by hand, because what a {@code DateTimeFormatter} allocates for a date is
 * more than all else of an answer.
 *
 * @since 0.1.0
 */
public final class PostmarkDate {

	private static final String FORM = "dddd-dd-ddTdd:dd:dd";

	private PostmarkDate() {
	}

	/**
	 * Read a date.
	 * @param text the date, such as {@code 2026-11-02T09:15:41.5070259-05:00}
	 * @return the date, {@code null} if it cannot be read: that must not make a failure
	 * of an answer
	 */
	public static @Nullable OffsetDateTime parse(String text) {
		try {
			OffsetDateTime usual = usual(text);
			return (usual != null) ? usual : OffsetDateTime.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable OffsetDateTime usual(String text) {
		int zone = FORM.length();
		if (!has(text, 0, FORM)) {
			return null;
		}
		int nanos = 0;
		if (has(text, zone, ".d")) {
			int unit = 100_000_000;
			for (zone++; has(text, zone, "d") && unit > 0; zone++) {
				nanos += unit * number(text, zone, 1);
				unit /= 10;
			}
		}
		ZoneOffset offset = offset(text, zone);
		return (offset == null) ? null
				: LocalDateTime
					.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), number(text, 11, 2),
							number(text, 14, 2), number(text, 17, 2), nanos)
					.atOffset(offset);
	}

	private static @Nullable ZoneOffset offset(String text, int zone) {
		if (text.length() == zone + 1 && text.charAt(zone) == 'Z') {
			return ZoneOffset.UTC;
		}
		if (text.length() == zone + 6 && has(text, zone + 1, "dd:dd")
				&& (text.charAt(zone) == '+' || text.charAt(zone) == '-')) {
			int sign = (text.charAt(zone) == '-') ? -1 : 1;
			return ZoneOffset.ofHoursMinutes(sign * number(text, zone + 1, 2), sign * number(text, zone + 4, 2));
		}
		return null;
	}

	/** Whether the form is there, with a digit for each {@code d}. */
	private static boolean has(String text, int offset, String form) {
		if (text.length() < offset + form.length()) {
			return false;
		}
		for (int i = 0; i < form.length(); i++) {
			char c = text.charAt(offset + i);
			if ((form.charAt(i) == 'd') ? c < '0' || c > '9' : c != form.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int number(String text, int offset, int digits) {
		return Integer.parseInt(text, offset, offset + digits, 10);
	}

}
