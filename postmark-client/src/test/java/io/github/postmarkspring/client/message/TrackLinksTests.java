package io.github.postmarkspring.client.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrackLinksTests {

	@ParameterizedTest
	@ValueSource(strings = { "HtmlAndText", "html-and-text", "HTML_AND_TEXT", "htmlandtext" })
	void aKnownValueIsFoundInEveryFormThatSettingsHave(String text) {
		assertThat(TrackLinks.of(text)).isSameAs(TrackLinks.HTML_AND_TEXT).hasToString("HtmlAndText");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "New-One" })
	void whatIsNotKnownIsKept(String text) {
		assertThat(TrackLinks.of(text).value()).isEqualTo(text);
	}

}
