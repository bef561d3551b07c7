package io.github.postmarkspring.client.message;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.error.InvalidMessageException;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is found before anything is sent, each at its limit and one beyond it.
 */
class MessageChecksTests {

	@Test
	void aMissingFromIsNamed() {
		refuses("From", (email) -> Email.builder().to("ann@mail.example").textBody("Hi"))
			.isEqualTo("Not sent, 'From' is not valid: it is missing, and no default is set (with Spring Boot: "
					+ "'postmark.defaults.from')");
	}

	@Test
	void fromMayHave255Characters() {
		String name = "n".repeat(255 - " <orders@shop.example>".length());
		accepted((email) -> email.from(name + " <orders@shop.example>"));
		refuses("From", (email) -> email.from(name + "n <orders@shop.example>")).contains("255");
	}

	@Test
	void toCcAndBccMayHave50RecipientsTogether() {
		EmailAddress[] twenty = addresses(20);
		accepted((email) -> email.to(addresses(9)).cc(twenty).bcc(twenty));
		refuses("To", (email) -> email.to(addresses(10)).cc(twenty).bcc(twenty)).contains("51").contains("50");
	}

	@Test
	void aMessageNeedsARecipient() {
		refuses("To", (email) -> Email.builder().from("a@b.example").textBody("Hi"));
	}

	@Test
	void aCopyAloneIsLeftToPostmark() {
		assertThatNoException().isThrownBy(() -> MessageChecks
			.check(Email.builder().from("a@b.example").bcc("ann@mail.example").textBody("Hi").build()));
	}

	@Test
	void everyAddressFieldIsCheckedAndNamed() {
		refuses("From", (email) -> email.from("nobody")).contains("'nobody'");
		refuses("To", (email) -> email.to("nobody")).contains("'@'");
		refuses("Cc", (email) -> email.cc("nobody"));
		refuses("Bcc", (email) -> email.bcc("nobody"));
		refuses("ReplyTo", (email) -> email.replyTo("nobody"));
	}

	@Test
	void whatIsShownOfABadAddressIsOneShortLine() {
		InvalidMessageException refusal = refusal(
				(email) -> email.to(new EmailAddress("x\r\nWARN forged\u202e" + "y".repeat(500), null)));
		assertThat(refusal.getMessage()).doesNotContain("\r", "\n", "\u202e").hasSizeLessThan(300);
	}

	@Test
	void theSubjectMayHave2000Characters() {
		accepted((email) -> email.subject("s".repeat(2_000)));
		refuses("Subject", (email) -> email.subject("s".repeat(2_001))).contains("2001").contains("2000");
	}

	@Test
	void theTagMayHave1000Characters() {
		accepted((email) -> email.tag("t".repeat(1_000)));
		refuses("Tag", (email) -> email.tag("t".repeat(1_001))).contains("1000");
	}

	@Test
	void metadataMayHaveTenEntriesOf20And80Characters() {
		accepted((email) -> metadata(email, 10).metadata("n0", "v".repeat(80)));
		accepted((email) -> email.metadata("n".repeat(20), "v"));
		refuses("Metadata", (email) -> metadata(email, 11)).contains("11").contains("10");
		refuses("Metadata", (email) -> email.metadata("n".repeat(21), "v")).contains("20");
		refuses("Metadata", (email) -> email.metadata("n", "v".repeat(81))).contains("80");
		refuses("Metadata", (email) -> email.metadata(" ", "v")).contains("blank");
	}

	@Test
	void metadataNamesThatDifferInCaseOnlyAreRefused() {
		refuses("Metadata", (email) -> email.metadata("id", "1").metadata("ID", "2")).contains("twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X Trace", "X:Trace", "X-Träce", "X\r\nBcc" })
	void aHeaderNameThatBreaksTheMailIsRefused(String name) {
		refuses("Headers", (email) -> email.header(name, "v"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Reply-To", "reply-to", "From", "To", "Cc", "Bcc", "Subject", "Sender", "Received", "Date",
			"Content-Type", "Return-Path" })
	void aHeaderThatPostmarkHasAFieldForIsRefused(String name) {
		refuses("Headers", (email) -> email.header(name, "v")).contains("field");
	}

	@Test
	void aLineBreakInAHeaderValueIsRefused() {
		refuses("Headers", (email) -> email.header("X-Trace", "a\r\nBcc: x@y.example"));
	}

	@Test
	void aMessageNeedsABodyEvenBesideAnAttachment() {
		refuses("TextBody", (email) -> email.textBody("").attachment(Attachment.of("a.txt", new byte[1])));
		accepted((email) -> email.textBody(null).htmlBody("<p>Hi</p>"));
	}

	@Test
	void aBodyMayHaveFiveMegabytesInUtf8() {
		accepted((email) -> email.textBody("x".repeat(5_000_000)));
		refuses("TextBody", (email) -> email.textBody("x".repeat(5_000_001))).contains("5000000");
		accepted((email) -> email.htmlBody("ü".repeat(2_500_000)));
		refuses("HtmlBody", (email) -> email.htmlBody("ü".repeat(2_500_001)));
		refuses("HtmlBody", (email) -> email.htmlBody("\uD83D\uDE00".repeat(1_250_001)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vbs", "exe", "bin", "bat", "chm", "com", "cpl", "crt", "hlp", "hta", "inf", "ins", "isp",
			"jse", "lnk", "mdb", "pcd", "pif", "reg", "scr", "sct", "shs", "vbe", "vba", "wsf", "wsh", "wsl", "msc",
			"msi", "msp", "mst", "EXE" })
	void anAttachmentTypeThatPostmarkRefusesIsRefusedWithItsCode(String extension) {
		InvalidMessageException refusal = refusal(
				(email) -> email.attachment(Attachment.of("file." + extension, new byte[1])));
		assertThat(refusal).hasMessageContaining("file." + extension);
		assertThat(refusal.field()).isEqualTo("Attachments");
		assertThat(refusal.errorCode()).isEqualTo(411);
	}

	@Test
	void anAttachmentNeedsANameAndAMediaType() {
		refuses("Attachments", (email) -> email.attachment(Attachment.of(" ", new byte[1]))).contains("no name");
		refuses("Attachments",
				(email) -> email.attachment(Attachment.of("a.pdf", new byte[1]).withContentType("not a type")))
			.contains("media type");
	}

	@Test
	void aContentIdMayHaveNoSpaceAndNoOtherLetters() {
		accepted((email) -> email.attachment(Attachment.of("a.png", new byte[1]).inline("cid:logo@shop")));
		refuses("Attachments", (email) -> email.attachment(Attachment.of("a.png", new byte[1]).inline("my logo")))
			.contains("content id");
	}

	@Test
	void aTemplatedMessageNeedsATemplate() {
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class, () -> MessageChecks
			.check(TemplatedEmail.builder().from("a@b.example").to("c@d.example").templateAlias(" ").build()));
		assertThat(ex.field()).isEqualTo("TemplateAlias");
		assertThat(ex.errorCode()).isEqualTo(1101);
	}

	@Test
	void aRefusalBeforeSendingHasPostmarksCodeAndNoHttpStatus() {
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class,
				() -> MessageChecks.check(Email.builder().build()));
		assertThat(ex.errorCode()).isEqualTo(300);
		assertThat(ex.status()).isNull();
	}

	private static void accepted(UnaryOperator<Email.Builder> change) {
		assertThatNoException().isThrownBy(() -> MessageChecks.check(change.apply(valid()).build()));
	}

	private static AbstractStringAssert<?> refuses(String field, UnaryOperator<Email.Builder> change) {
		InvalidMessageException refusal = refusal(change);
		assertThat(refusal.field()).isEqualTo(field);
		return assertThat(refusal.getMessage());
	}

	private static InvalidMessageException refusal(UnaryOperator<Email.Builder> change) {
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class,
				() -> MessageChecks.check(change.apply(valid()).build()));
		assertThat(ex).as("a refusal").isNotNull();
		return ex;
	}

	private static Email.Builder valid() {
		return Email.builder().from("orders@shop.example").to("ann@mail.example").textBody("Thanks");
	}

	private static Email.Builder metadata(Email.Builder email, int count) {
		IntStream.range(0, count).forEach((i) -> email.metadata("n" + i, "v"));
		return email;
	}

	private static EmailAddress[] addresses(int count) {
		List<EmailAddress> addresses = Collections.nCopies(count, new EmailAddress("ann@mail.example", null));
		return addresses.toArray(EmailAddress[]::new);
	}

}
