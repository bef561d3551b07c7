package io.github.postmarkspring.client.bulk;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.FieldError;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageHeader;
import io.github.postmarkspring.client.message.TrackLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BulkEmailsTests extends ResourceTests {

	private static final EmailAddress FROM = EmailAddress.parse("news@shop.example");

	private static final BulkEmail EMAIL = BulkEmail.content(FROM, "Hi {{name}}")
		.textBody("Hello {{name}}")
		.messages(List.of(BulkRecipient.to("ann@mail.example")));

	private static final String MAILING = """
			{ "Id": "5f1c0a77", "Status": "Processing", "SubmittedAt": "2026-11-02T10:00:00.1000000Z", "TotalMessages": 2,
			  "PercentageCompleted": 50.0, "ReleasedCount": 1, "FailedCount": 0, "Subject": "Hi {{name}}" }""";

	@Test
	void aMailingIsSent() {
		answers(MAILING);
		BulkMailing mailing = this.client.bulk()
			.send(BulkEmail.content(FROM, "Hi {{name}}")
				.textBody("Hello {{name}}")
				.messageStream("broadcast")
				.metadata(Map.of("campaign", "nov"))
				.messages(List.of(BulkRecipient.to("ann@mail.example").templateModel(Map.of("name", "Ann")),
						BulkRecipient.to("bob@mail.example")
							.templateModel(Map.of("name", "Bob"))
							.metadata(Map.of("vip", "1")))));
		requested("POST /email/bulk",
				"""
						{ "From": "news@shop.example", "Subject": "Hi {{name}}", "TextBody": "Hello {{name}}", "MessageStream": "broadcast",
						  "Metadata": { "campaign": "nov" },
						  "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "name": "Ann" } },
						                { "To": "bob@mail.example", "TemplateModel": { "name": "Bob" }, "Metadata": { "vip": "1" } } ] }""");
		assertThat(mailing).isEqualTo(new BulkMailing("5f1c0a77", BulkStatus.PROCESSING,
				OffsetDateTime.parse("2026-11-02T10:00:00.1Z"), 2L, 50.0, 1L, 0L, "Hi {{name}}"));
	}

	@Test
	void aTemplatedMailingHasEveryFieldOfTheReference() {
		answers(MAILING);
		this.client.bulk()
			.send(BulkEmail.template(FROM, "news")
				.inlineCss(false)
				.htmlBody("h")
				.replyTo(List.of(EmailAddress.parse("a@b.example"), EmailAddress.parse("c@d.example")))
				.tag("t")
				.trackOpens(true)
				.trackLinks(TrackLinks.HTML_ONLY)
				.attachments(List.of(Attachment.of("a.txt", new byte[] { 1, 2 })))
				.headers(List.of(new MessageHeader("X-A", "1")))
				.messages(List.of(BulkRecipient.to("Ann <ann@mail.example>")
					.cc(List.of(EmailAddress.parse("c@d.example")))
					.bcc(List.of(EmailAddress.parse("e@f.example")))
					.headers(List.of(new MessageHeader("X-B", "2"))))));
		requested("POST /email/bulk", """
				{ "From": "news@shop.example", "TemplateAlias": "news", "InlineCss": false, "HtmlBody": "h",
				  "ReplyTo": "a@b.example, c@d.example", "Tag": "t", "TrackOpens": true, "TrackLinks": "HtmlOnly",
				  "Attachments": [ { "Name": "a.txt", "Content": "AQI=", "ContentType": "text/plain" } ],
				  "Headers": [ { "Name": "X-A", "Value": "1" } ],
				  "Messages": [ { "To": "Ann <ann@mail.example>", "Cc": "c@d.example", "Bcc": "e@f.example",
				    "Headers": [ { "Name": "X-B", "Value": "2" } ] } ] }""");
		this.postmark.received().clear();
		this.client.bulk().send(BulkEmail.template(FROM, 7));
		requested("POST /email/bulk", "{ \"From\": \"news@shop.example\", \"TemplateId\": 7 }");
	}

	@Test
	void whenTheAnswerIsLostItIsNotKnownWhetherItWasSent() {
		this.postmark.reset();
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> this.client.bulk().send(EMAIL))
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isTrue());
		this.postmark.answer(500, "");
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> this.client.bulk().send(EMAIL));
		this.postmark.answer(422, "{ \"ErrorCode\": 300, \"Message\": \"Invalid 'From' address: 'x'.\" }");
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> this.client.bulk().send(EMAIL))
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
	}

	@Test
	void severalMistakesAreToldByTheirFields() {
		this.postmark.answer(422,
				"""
						{ "ErrorCode": 11, "Message": "Multiple errors were found.",
						  "Errors": {
						    "From": [ { "ErrorCode": 300, "Message": "Invalid 'From' address: 'x'." } ],
						    "Messages[1].To": [ { "ErrorCode": 300, "Message": "Line\\nbreak" }, { "ErrorCode": 406, "Message": "b" } ] } }""");
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> this.client.bulk().send(EMAIL))
			.satisfies((ex) -> {
				assertThat(ex.errorCode()).isEqualTo(11);
				assertThat(ex.fieldErrors()).containsExactly(
						Map.entry("From", List.of(new FieldError(300, "Invalid 'From' address: 'x'."))),
						Map.entry("Messages[1].To",
								List.of(new FieldError(300, "Line break"), new FieldError(406, "b"))));
				assertThat(ex).hasMessageContaining("From=[300 Invalid 'From' address: 'x'.]");
				assertThatExceptionOfType(UnsupportedOperationException.class)
					.isThrownBy(() -> ex.fieldErrors().clear());
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "[ { \"ErrorCode\": 300, \"Message\": \"m\" } ]", "null", "7", "{ \"From\": \"x\" }",
			"{ \"From\": [ \"x\", null, [ 1 ] ] }", "{ \"From\": null }" })
	void mistakesInAnotherShapeDoNotCostTheCode(String errors) {
		this.postmark.answer(422, "{ \"ErrorCode\": 11, \"Message\": \"m\", \"Errors\": " + errors + " }");
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> this.client.bulk().send(EMAIL))
			.satisfies((ex) -> {
				assertThat(ex.errorCode()).isEqualTo(11);
				assertThat(ex.fieldErrors()).isEmpty();
			});
	}

	@Test
	void howManyMistakesAreToldAndHowLongTheyAreIsBounded() {
		String error = "{ \"ErrorCode\": 300, \"Message\": \"" + "m".repeat(10_000) + "\" }";
		String field = "[ " + (error + ", ").repeat(9) + error + " ]";
		this.postmark.answer(422, IntStream.range(0, 7)
			.mapToObj((i) -> "\"" + i + "f".repeat(10_000) + "\": " + field)
			.collect(Collectors.joining(", ", "{ \"ErrorCode\": 11, \"Message\": \"m\", \"Errors\": { ", " } }")));
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> this.client.bulk().send(EMAIL))
			.satisfies((ex) -> {
				assertThat(ex.fieldErrors().values().stream().flatMap(List::stream)).hasSize(50);
				assertThat(ex.fieldErrors()).hasSize(5);
				assertThat(ex.getMessage()).hasSizeLessThan(20_000);
			});
	}

	@Test
	void aMailingIsRead() {
		answers(MAILING);
		assertThat(this.client.bulk().get("5f1c0a77").percentageCompleted()).isEqualTo(50.0);
		requested("GET /email/bulk/5f1c0a77");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.bulk().get(""))
			.withMessageContaining("'mailingId'");
	}

	@Test
	void mailingsAreListedAndStreamedByTheKeyOfThePage() {
		answers("{ \"Requests\": [ " + MAILING + " ], \"PaginationKey\": \"a+b\" }");
		assertThat(this.client.bulk().list(BulkQuery.create().count(1)).paginationKey()).isEqualTo("a+b");
		requested("GET /email/bulk?count=1");
		this.postmark.received().clear();
		Iterator<BulkMailing> mailings = this.client.bulk().stream(BulkQuery.create().count(1)).iterator();
		assertThat(mailings.next().id()).isEqualTo("5f1c0a77");
		requested("GET /email/bulk?count=1");
		answers("{ \"Requests\": [ " + MAILING + " ] }");
		assertThat(mailings.next().id()).isEqualTo("5f1c0a77");
		requested("GET /email/bulk?count=1&paginationKey=a%2Bb");
		assertThat(mailings.hasNext()).isFalse();
	}

	@Test
	void aMessageWithoutRecipientsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> BulkRecipient.to(List.of()))
			.withMessageContaining("'to'");
		assertThatIllegalArgumentException().isThrownBy(() -> BulkQuery.create().count(0))
			.withMessageContaining("'count'");
	}

}
