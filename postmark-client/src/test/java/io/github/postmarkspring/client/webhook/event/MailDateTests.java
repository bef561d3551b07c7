package io.github.postmarkspring.client.webhook.event;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailDateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mon, 2 Nov 2026 11:20:05 +0100             | 2026-11-02T11:20:05+01:00
			2 Nov 2026 11:20:05 +0100                  | 2026-11-02T11:20:05+01:00
			Mon, 02 Nov 2026 11:20 -0530               | 2026-11-02T11:20:00-05:30
			mon,2  NOV  2026 11:20:05+0000             | 2026-11-02T11:20:05Z
			Mon 2 Nov 2026 11:20:05 GMT                | 2026-11-02T11:20:05Z
			Mon, 2 Nov 2026 11:20:05 UT                | 2026-11-02T11:20:05Z
			Mon, 2 Nov 2026 11:20:05 Z                 | 2026-11-02T11:20:05Z
			Mon, 2 Nov 2026 11:20:05 PST               | 2026-11-02T11:20:05-08:00
			Mon, 2 Nov 2026 11:20:05 edt               | 2026-11-02T11:20:05-04:00
			Mon, 2 Nov 2026 11:20:05 -0000             | 2026-11-02T11:20:05Z
			Mon, 2 Nov 2026 11:20:05 +0000 (GMT)       | 2026-11-02T11:20:05Z
			Mon, 2 Nov 2026 11:20:05 +0100 (CET) (x)   | 2026-11-02T11:20:05+01:00
			Mon, 2 Nov 26 11:20:05 +0100               | 2026-11-02T11:20:05+01:00
			Tue, 2 Nov 99 11:20:05 +0100               | 1999-11-02T11:20:05+01:00
			Tue, 2 Nov 126 11:20:05 +0100              | 2026-11-02T11:20:05+01:00
			Sat, 31 Dec 2016 23:59:60 +0000            | 2017-01-01T00:00:00Z
			""")
	void datesOfMailAreReadInTheirNewAndOldForms(String text, OffsetDateTime expected) {
		assertThat((Object) MailDate.parse(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "yesterday", "Mon, 2 Foo 2026 11:20:05 +0100", "Mon, 31 Feb 2026 11:20:05 +0100",
			"Mon, 2 Nov 2026 24:20:05 +0100", "Mon, 2 Nov 2026 11:20:61 +0100", "Mon, 2 Nov 2026 11:20:05",
			"Mon, 2 Nov 2026 11:20:05 CET", "Mon, 2 Nov 2026 11:20:05 +9900", "2026-11-02T11:20:05Z",
			"Mon, 2 Nov 2026 11:20:05 +0100 x" })
	void whatIsNotADateOrHasAZoneThatCanOnlyBeGuessedIsNoDate(@Nullable String text) {
		assertThat(MailDate.parse(text)).isNull();
	}

	@Test
	void aLongTextIsNotTried() {
		assertThat(MailDate.parse("Mon, 2 Nov 2026 11:20:05 +0100" + "(".repeat(1_000_000))).isNull();
		assertThat(MailDate.parse("Mon, 2 Nov 2026 11:20:05 +0100" + " ".repeat(100))).isNull();
	}

}
