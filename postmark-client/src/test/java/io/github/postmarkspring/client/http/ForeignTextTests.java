package io.github.postmarkspring.client.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is made of somebody else's text.
 */
class ForeignTextTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 0x1b, 0x7f, 0x85, 0x90, 0x9b, 0xad, 0x61c, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029, 0x202e,
			0x2060, 0x2066, 0xfeff, 0xe0041 })
	void whatSteersATerminalOrCannotBeSeenIsReplaced(int character) {
		assertThat(ForeignText.oneLine("a" + Character.toString(character) + "b", 10)).isEqualTo("a?b");
	}

	@Test
	void lettersOfAnyScriptAreKept() {
		String text = "é é 山 анна हिन्दी 👩 – “x” …";
		assertThat(ForeignText.oneLine(text, 100)).isEqualTo(text);
	}

	@Test
	void lineBreaksBecomeSpacesAndWhatIsTooLongIsCut() {
		assertThat(ForeignText.oneLine(" a\r\n\t b" + "c".repeat(100), 10)).isEqualTo("a bccc…");
	}

}
