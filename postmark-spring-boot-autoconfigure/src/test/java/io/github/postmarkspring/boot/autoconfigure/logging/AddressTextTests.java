package io.github.postmarkspring.boot.autoconfigure.logging;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.boot.autoconfigure.logging.PostmarkLoggingProperties.Recipients;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * How addresses look in a log.
 */
class AddressTextTests {

	private final AddressText masked = text(Recipients.MASKED, null);

	private final AddressText hashed = text(Recipients.HASHED, "key");

	private final AddressText shown = text(Recipients.SHOWN, null);

	@Test
	void recipientsAreMaskedAndNoMoreThanThreeOfThem() {
		Email email = Email.builder()
			.to("ann@mail.example", "Bob <b@other.example>")
			.cc("öle@mail.example")
			.bcc("d@x.example", "e@x.example")
			.build();
		assertThat(this.masked.recipients(email))
			.isEqualTo("a***@mail.example, b***@other.example, ö***@mail.example and 2 more");
		assertThat(this.shown.recipients(email))
			.isEqualTo("ann@mail.example, b@other.example, öle@mail.example and 2 more");
		assertThat(this.masked.recipients(Email.builder().build())).isEqualTo("nobody");
	}

	@Test
	void whatIsNoAddressIsMaskedToo() {
		assertThat(this.masked.recipients(Email.builder().to("kim").build())).isEqualTo("k***");
		assertThat(this.masked.recipients(Email.builder().to("@mail.example").build())).isEqualTo("@***");
		assertThat(this.masked.recipients(Email.builder().to("a\n\u001bb@mail.example").build()))
			.isEqualTo("a***@mail.example");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '$', value = { "ann@mail.example (Ann Smith) | a***@mail.example…",
			"<ann@mail.example> Ann Smith | <***@mail.example…", "ann@mail.example; bob.smith | a***@mail.example…",
			"ann@mail.example Ann Smith | a***@mail.example…", "Ann Smith ann@mail.example | A***@mail.example",
			"ann@पोस्ट.example | a***@पोस्ट.example" })
	void nothingBehindTheDomainOfARecipientThatIsWrittenWrongIsShown(String recipient, String expected) {
		Email email = Email.builder().to(new EmailAddress(recipient, null)).build();
		assertThat(this.masked.recipients(email)).isEqualTo(expected);
		assertThat(this.hashed.recipients(email)).matches("#[0-9a-f]{12}…?");
	}

	@Test
	void aLongMailboxIsMaskedAsAWhole() {
		String address = "kim.smith." + "x".repeat(400) + "@mail.example";
		Email email = Email.builder().to(address).build();
		assertThat(this.masked.recipients(email)).isEqualTo("k***@mail.example");
		assertThat(in(this.masked, "no " + address, email, 500)).isEqualTo("no k***@mail.example");
		assertThat(in(this.masked, "no " + address, Email.builder().build(), 500)).isEqualTo("no k***@mail.example");
	}

	@Test
	void aHashIsTheSameForTheSameAddressAndKeyOnly() {
		String ann = this.hashed.recipients(Email.builder().to("ann@mail.example").build());
		// printf %s ann@mail.example | openssl dgst -sha256 -hmac key | cut -c1-12
		assertThat(ann).isEqualTo("#15fa08038fcf");
		assertThat(this.hashed.recipients(Email.builder().to("ANN@Mail.example").build())).isEqualTo(ann);
		assertThat(this.hashed.recipients(Email.builder().to("bob@mail.example").build())).isNotEqualTo(ann);
		assertThat(text(Recipients.HASHED, "other").recipients(Email.builder().to("ann@mail.example").build()))
			.isNotEqualTo(ann);
	}

	@Test
	void withoutAKeyEachStartHasItsOwn() {
		Email email = Email.builder().to("ann@mail.example").build();
		AddressText one = text(Recipients.HASHED, " ");
		assertThat(one.recipients(email)).isEqualTo(one.recipients(email)).matches("#[0-9a-f]{12}");
		assertThat(text(Recipients.HASHED, null).recipients(email)).isNotEqualTo(one.recipients(email));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"Invalid 'To' address: 'kim.smith@mail.example'. | Invalid 'To' address: 'k***@mail.example'.",
			"Invalid 'To' address: 'KIM.SMITH@Mail.Example'. | Invalid 'To' address: 'k***@mail.example'.",
			"Illegal email mailbox 'kim.smith' in address 'kim.smith@mail.example'. | Illegal email mailbox '***' in address 'k***@mail.example'.",
			"The 'From' address you supplied (shop@shop.example) is not a Sender Signature | The 'From' address you supplied (s***@shop.example) is not a Sender Signature",
			"Found inactive addresses: kim.smith@mail.example, other@mail.example. Inactive | Found inactive addresses: k***@mail.example, o***@mail.example. Inactive",
			"Cannot write to Kim Smith <kim.smith@mail.example> | Cannot write to *** <k***@mail.example>",
			"It can't be: 'something of a mail' | It can't be: '***'",
			"with 'postmark.tracing.propagate=false' it goes | with 'postmark.tracing.propagate=false' it goes",
			"The stream 'broadcast' | The stream 'broadcast'",
			"Unknown: '0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10' | Unknown: '***'",
			"Invalid request field(s): $.Headers | Invalid request field(s): $.Headers" })
	void addressesInWhatPostmarkSaysAreMaskedAndTheRestIsKept(String text, String expected) {
		Email email = Email.builder().from("shop@shop.example").to("Kim Smith <kim.smith@mail.example>").build();
		assertThat(in(this.masked, text, email, 500)).isEqualTo(expected);
		assertThat(in(this.shown, text, email, 500)).isEqualTo(text);
		assertThat(in(this.hashed, text, email, 500)).doesNotContainIgnoringCase("smith").doesNotContain("shop@");
	}

	@Test
	void whatStandsBetweenDoubleQuotesIsMaskedToo() {
		Email email = Email.builder().to("kim.smith@mail.example").build();
		assertThat(in(this.masked, "\"Subject\" was \"Hi there, Kim\".", email, 500))
			.isEqualTo("\"Subject\" was \"***\".");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '$', value = {
			"No '\"Ann \\\"Annie\\\" Smith\" <ann.smith@mail.example>' | No 'a***@mail.example'",
			"No \"Ann \\\"Annie\\\" Smith\" here | No \"***\" here",
			"No '=?UTF-8?Q?Ann_Smith?= <ann.smith@mail.example>' | No 'a***@mail.example'",
			"No 'Ann O'Smith <other@mail.example>' here | No 'o***@mail.example' here",
			"No 'X-Customer: Ann Smith, ann.smith@mail.example, x@y.example' | No 'a***@mail.example, x***@y.example'",
			"No 'bob.smith***x@mail.example' | No 'b***@mail.example'",
			"It begins with 'Ann Smith <o@mail.ex…, and | It begins with 'o***@mail.ex…, and",
			"It begins with 'Ann Smi… (cut off) | It begins with '***… (cut off)",
			"No address in '' but '@' | No address in '' but '@'" })
	void ofAQuotationNothingButItsAddressesIsKept(String text, String expected) {
		Email email = Email.builder().to(new EmailAddress("ann.smith@mail.example", "Ann \"Annie\" Smith")).build();
		assertThat(in(this.masked, text, email, 500)).isEqualTo(expected);
		assertThat(in(this.hashed, text, email, 500)).doesNotContainIgnoringCase("smi");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '$',
			value = { "No \"ann.smith\" here | No \"***\" here", "No <ann.smith> here | No <***> here",
					"No [Ann.Smith] here | No [***] here", "No ann.smith here | No *** here",
					"No 'ann.smith@' here | No 'a***@' here",
					"No ann.smith%40mail.example here | No a***@mail.example here",
					"No bob.smith%40mail.example here | No b***@mail.example here",
					"No (jo), but a banjo for jo | No (***), but a banjo for jo",
					"No 'Postmark' of Postmark | No '***' of Postmark" })
	void aMailboxIsHiddenWithoutItsDomainToo(String text, String expected) {
		Email email = Email.builder()
			.from("postmark@shop.example")
			.to("ann.smith@mail.example", "jo@mail.example")
			.build();
		assertThat(in(this.masked, text, email, 500)).isEqualTo(expected);
	}

	@Test
	void aNameWithAnAddressOrAnApostropheInItIsHiddenAsAWhole() {
		Email email = Email.builder()
			.to(new EmailAddress("ann@mail.example", "ann@work Smith"))
			.cc(new EmailAddress("bob@mail.example", "Bob' Smith"))
			.build();
		assertThat(in(this.masked, "neither ann@work Smith nor '\"Bob' Smith\" <bob@mail.example>'", email, 500))
			.isEqualTo("neither a***@work… nor 'b***@mail.example'");
	}

	@Test
	void aHashInASentenceIsTheOneOfTheAddress() {
		String ann = "#15fa08038fcf";
		for (String sentence : new String[] { "No ann@mail.example.", "No ann@mail.example!", "No [ann@mail.example]?",
				"No ann%40mail.example" }) {
			assertThat(in(this.hashed, sentence, Email.builder().build(), 500)).startsWith("No ")
				.contains(ann)
				.doesNotContain("mail");
			assertThat(in(this.hashed, sentence, Email.builder().to("Ann@mail.example").build(), 500)).contains(ann);
		}
	}

	@Test
	void aShortNameLeavesOtherWordsAsTheyAre() {
		Email email = Email.builder().to("Al <al@mail.example>").cc("A <b@mail.example>").build();
		assertThat(in(this.masked, "Al cannot be. Also, a formal A is an error", email, 500))
			.isEqualTo("*** cannot be. Also, a formal A is an error");
	}

	@Test
	void theNamesOfWhoSendsAndWhoGetsTheAnswersAreMaskedToo() {
		Email email = Email.builder()
			.from("Jo Doe <jo@shop.example>")
			.replyTo("Ali Roe <ali.roe@shop.example>")
			.to("kim@mail.example")
			.build();
		assertThat(in(this.masked, "Neither Jo Doe ('jo') nor Ali Roe ('ali.roe')", email, 500))
			.isEqualTo("Neither *** ('***') nor *** ('***')");
	}

	@Test
	void aDomainOfAnyScriptIsFoundInItsOtherForm() {
		Email email = Email.builder().to("kim@bücher.example").build();
		assertThat(in(this.masked, "no 'kim@xn--bcher-kva.example'", email, 500)).isEqualTo("no 'k***@bücher.example'");
	}

	@Test
	void anAddressWithSpacesOrQuotesInItIsHiddenAsAWhole() {
		Email email = Email.builder().to("o'brien kim@mail.example").build();
		assertThat(in(this.masked, "no 'o'brien kim' in 'o'brien kim@mail.example'", email, 500))
			.isEqualTo("no '***' in 'o***@mail.example'");
	}

	@Test
	void whatIsSaidIsOneLineOfBoundedLength() {
		Email email = Email.builder().to("kim@mail.example").build();
		for (AddressText text : new AddressText[] { this.masked, this.shown, this.hashed }) {
			assertThat(in(text, "a\r\nb\u001b[31m\u2028" + "c".repeat(1000), email, 100)).startsWith("a b?[31m")
				.hasSizeLessThanOrEqualTo(101)
				.doesNotContain("\n", "\u001b", "\u2028");
		}
	}

	@Test
	void noAddressIsCutInTwoAndShownByHalf() {
		String many = IntStream.range(0, 3000)
			.mapToObj((i) -> "person" + i + "@mail.example")
			.collect(Collectors.joining(", "));
		assertThat(in(this.masked, many, Email.builder().build(), 500)).doesNotContain("person");
	}

	@Test
	void longTextsTakeNoTime() {
		Email email = Email.builder().to("kim@mail.example").build();
		for (String part : new String[] { "a", "'", "a'", "@", "a@", "***" }) {
			assertThatNoException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(20),
					() -> in(this.masked, part.repeat(100_000), email, 500)));
		}
	}

	private static String in(AddressText text, String reason, Email email, int maxLength) {
		return text.reasons(List.of(email)).shown(reason, maxLength);
	}

	private static AddressText text(Recipients recipients, @Nullable String key) {
		return new AddressText(new PostmarkLoggingProperties(recipients, key));
	}

}
