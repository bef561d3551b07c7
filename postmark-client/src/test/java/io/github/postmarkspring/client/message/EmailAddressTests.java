package io.github.postmarkspring.client.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			Ann                | Ann <ann@mail.example>
			Ann van Dam-Smit 2 | Ann van Dam-Smit 2 <ann@mail.example>
			Doe, Ann           | "Doe, Ann" <ann@mail.example>
			Ann "The" Doe      | "Ann \\"The\\" Doe" <ann@mail.example>
			Ann \\ Doe         | "Ann \\\\ Doe" <ann@mail.example>
			Zoë                | "Zoë" <ann@mail.example>
			山田                 | "山田" <ann@mail.example>
			Ann <Doe>          | "Ann <Doe>" <ann@mail.example>
			a@b.example        | "a@b.example" <ann@mail.example>
			Ann (Shop)         | "Ann (Shop)" <ann@mail.example>
			""")
	void aDisplayNameComesOutRightAndIsReadBackTheSame(String name, String formatted) {
		EmailAddress address = new EmailAddress("ann@mail.example", name);
		assertThat(address.format()).isEqualTo(formatted);
		assertThat(EmailAddress.parse(formatted)).isEqualTo(address);
		assertThat(address.problem()).isNull();
	}

	@Test
	void aNameThatIsBlankIsNone() {
		assertThat(new EmailAddress(" ann@mail.example ", " ").format()).isEqualTo("ann@mail.example");
	}

	@Test
	void aDomainOfAnyScriptGoesOutInItsAsciiForm() {
		EmailAddress address = EmailAddress.parse("Ann <ann@bücher.example>");
		assertThat(address.format()).isEqualTo("Ann <ann@xn--bcher-kva.example>");
		assertThat(address.problem()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann@straße.example", "ann@①.example", "ann@ﬁrma.example", "ann@a\u200db.example",
			"ann@οδός.example" })
	void aDomainThatWouldBecomeAnotherOneIsRefused(String address) {
		assertThat(new EmailAddress(address, null).problem()).contains("ASCII form");
	}

	@Test
	void aListIsSplitAtCommasOutsideOfQuotes() {
		assertThat(
				EmailAddress.parseList("\"Doe, \\\"Ann\\\"\" <ann@mail.example>,bob@mail.example , , Cy <c@d.example>"))
			.containsExactly(new EmailAddress("ann@mail.example", "Doe, \"Ann\""),
					new EmailAddress("bob@mail.example", null), new EmailAddress("c@d.example", "Cy"));
	}

	@Test
	void aCommaInANameThatIsNotQuotedIsReadInOneAddressAndSeenInAList() {
		assertThat(EmailAddress.parse("Doe, Ann <ann@mail.example>").name()).isEqualTo("Doe, Ann");
		assertThat(EmailAddress.parseList("Doe, Ann <ann@mail.example>").get(0).problem()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "", "@mail.example", "ann@", "ann@@mail.example", "an n@mail.example",
			"ann@mail.example\r\nBcc: x@y.example", "änn@mail.example", "<ann@mail.example>x",
			"\"Ann <ann@mail.example>", "a,b@mail.example" })
	void whatIsNoAddressIsSeen(String text) {
		assertThat(EmailAddress.parse(text).problem()).isNotNull();
	}

	@Test
	void aLineBreakInADisplayNameIsSeen() {
		assertThat(new EmailAddress("ann@mail.example", "Ann\r\nBcc: x@y.example").problem()).contains("control");
	}

}
