package io.github.postmarkspring.client.http;

import java.time.OffsetDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostmarkDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-02T09:15:41.5070259-05:00", "2026-11-02T09:15:41Z", "2026-11-02T09:15:41+00:00",
			"2026-11-02T09:15:41.5Z", "2026-11-02T09:15:41.123456789+05:30", "0001-01-01T00:00:00Z",
			"2024-02-29T23:59:59.000000001-00:30", "2026-11-02T09:15Z", "+12026-11-02T09:15:41Z",
			"2026-11-02T09:15:41+05:30:15" })
	void theUsualFormIsReadByHandAndAllOthersAsTheJdkReadsThem(String text) {
		assertThat(PostmarkDate.parse(text)).isEqualTo(OffsetDateTime.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "2026-11-02", "2026-11-02T09:15:41", "2026-02-30T09:15:41Z",
			"2026-11-02T25:15:41Z", "2026-11-02T09:15:41.1234567890Z", "2026-11-02T09:15:41+19:00",
			"2026-11-02T09:15:41-05:60", "2026-+1-02T09:15:41Z", "2026-11-02T09:15:41ZZ", "2026-11-02 09:15:41Z" })
	void whatIsNoDateIsNone(String text) {
		assertThat(PostmarkDate.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { " 2026-11-02T09:15:41Z", "2026-11-02T09:15:41Z\n" })
	void whiteSpaceAroundADateIsOfNoMatter(String text) {
		assertThat(PostmarkDate.parse(text)).isEqualTo(OffsetDateTime.parse(text.strip()));
	}

}
