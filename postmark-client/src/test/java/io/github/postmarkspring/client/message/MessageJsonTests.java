package io.github.postmarkspring.client.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.http.BufferPool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The JSON of messages, against literals of Postmark's reference.
 */
class MessageJsonTests {

	private final JsonMapper jsonMapper = JsonMapper.builder().build();

	@Test
	void aPlainMessageIsWrittenAsInThePostmarkReference() {
		Email email = Email.builder()
			.from("Shop <orders@shop.example>")
			.to("ann@mail.example")
			.subject("Order 42")
			.textBody("Thanks")
			.tag("order")
			.metadata("orderId", "42")
			.messageStream("outbound")
			.build();
		assertJson(email, """
				{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Subject": "Order 42",
				  "TextBody": "Thanks", "Tag": "order", "Metadata": { "orderId": "42" }, "MessageStream": "outbound" }
				""");
	}

	@Test
	void aTemplatedMessageIsWrittenAsInThePostmarkReference() {
		TemplatedEmail email = TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.templateAlias("order-paid")
			.templateModel(Map.of("name", "Ann", "lines", List.of(new Line("A1", 2))))
			.inlineCss(true)
			.tag("order")
			.trackOpens(true)
			.trackLinks(TrackLinks.HTML_AND_TEXT)
			.messageStream("outbound")
			.build();
		assertJson(email, """
				{ "From": "orders@shop.example", "To": "ann@mail.example", "TemplateAlias": "order-paid",
				  "TemplateModel": { "name": "Ann", "lines": [ { "sku": "A1", "qty": 2 } ] }, "InlineCss": true,
				  "Tag": "order", "TrackOpens": true, "TrackLinks": "HtmlAndText", "MessageStream": "outbound" }
				""");
	}

	@Test
	void everyFieldOfAPlainMessageIsWritten() {
		Email email = Email.builder()
			.from(new EmailAddress("orders@shop.example", "Shop, \"The\" \\ Best"))
			.to("\"Doe, Ann\" <ann@mail.example>, bob@mail.example", "Zoë <zoe@mail.example>")
			.cc("cc@mail.example")
			.bcc(new EmailAddress("bcc@mail.example", null))
			.replyTo("help@shop.example", "Desk <desk@shop.example>")
			.subject("Größe \"42\"")
			.htmlBody("<p>Hi\n<img src=\"cid:logo\"></p>")
			.textBody("Hi \uD83D\uDE00")
			.tag("order")
			.header("X-Trace", "abc")
			.header("Message-ID", "<1@shop.example>")
			.metadata("orderId", "42")
			.metadata(Map.of("kind", "receipt"))
			.attachment(Attachment.of("note.txt", "Hello".getBytes(StandardCharsets.UTF_8)))
			.attachment(Attachment.of("logo.png", new byte[] { 1, 2, 3, 4 }).inline("logo"))
			.messageStream("receipts")
			.trackOpens(false)
			.trackLinks(TrackLinks.NONE)
			.build();
		assertJson(email, """
				{ "From": "\\"Shop, \\\\\\"The\\\\\\" \\\\\\\\ Best\\" <orders@shop.example>",
				  "To": "\\"Doe, Ann\\" <ann@mail.example>, bob@mail.example, \\"Zoë\\" <zoe@mail.example>",
				  "Cc": "cc@mail.example", "Bcc": "bcc@mail.example", "Subject": "Größe \\"42\\"", "Tag": "order",
				  "HtmlBody": "<p>Hi\\n<img src=\\"cid:logo\\"></p>", "TextBody": "Hi 😀",
				  "ReplyTo": "help@shop.example, Desk <desk@shop.example>",
				  "Headers": [ { "Name": "X-Trace", "Value": "abc" },
				               { "Name": "Message-ID", "Value": "<1@shop.example>" } ],
				  "TrackOpens": false, "TrackLinks": "None", "Metadata": { "orderId": "42", "kind": "receipt" },
				  "Attachments": [ { "Name": "note.txt", "Content": "SGVsbG8=", "ContentType": "text/plain" },
				                   { "Name": "logo.png", "Content": "AQIDBA==", "ContentType": "image/png",
				                     "ContentID": "cid:logo" } ],
				  "MessageStream": "receipts" }
				""");
	}

	@Test
	void everyFieldOfATemplatedMessageIsWritten() {
		TemplatedEmail email = TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.cc("cc@mail.example")
			.bcc("bcc@mail.example")
			.replyTo("help@shop.example")
			.templateId(812045L)
			.templateModel(new Model("Ann"))
			.inlineCss(false)
			.tag("order")
			.header("X-Trace", "abc")
			.metadata("orderId", "42")
			.attachment(Attachment.of("note.txt", new byte[] { 'H', 'i' }))
			.messageStream("receipts")
			.trackOpens(true)
			.trackLinks(TrackLinks.TEXT_ONLY)
			.build();
		assertJson(email, """
				{ "From": "orders@shop.example", "To": "ann@mail.example", "Cc": "cc@mail.example",
				  "Bcc": "bcc@mail.example", "TemplateId": 812045, "TemplateModel": { "customerName": "Ann" },
				  "InlineCss": false, "Tag": "order", "ReplyTo": "help@shop.example",
				  "Headers": [ { "Name": "X-Trace", "Value": "abc" } ], "TrackOpens": true, "TrackLinks": "TextOnly",
				  "Metadata": { "orderId": "42" },
				  "Attachments": [ { "Name": "note.txt", "Content": "SGk=", "ContentType": "text/plain" } ],
				  "MessageStream": "receipts" }
				""");
	}

	@Test
	void aTemplatedMessageWithoutAModelHasAnEmptyOne() {
		assertJson(TemplatedEmail.builder().from("a@b.example").to("c@d.example").templateAlias("x").build(), """
				{ "From": "a@b.example", "To": "c@d.example", "TemplateAlias": "x", "TemplateModel": {} }
				""");
	}

	@Test
	void aTemplateModelThatIsNoJsonObjectIsRefusedByName() {
		TemplatedEmail email = TemplatedEmail.builder().templateModel(List.of("a")).build();
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> write(email))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("TemplateModel"));
	}

	@Test
	void aTemplateModelThatCannotBeWrittenIsRefusedByName() {
		TemplatedEmail email = TemplatedEmail.builder().templateModel(new Failing()).build();
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> write(email))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("TemplateModel"));
	}

	@Test
	void aTemplateModelThatIsDeeperThanCanBeWrittenIsRefusedByName() {
		Map<String, Object> deep = Map.of("name", "Ann");
		for (int i = 0; i < 600; i++) {
			deep = Map.of("inner", deep);
		}
		TemplatedEmail email = TemplatedEmail.builder().templateModel(deep).build();
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> write(email))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("TemplateModel"));
	}

	@Test
	void halfACharacterOfATextThatWasCutIsWrittenAsValidJson() {
		assertJson(Email.builder().subject("Hi \uD83D").build(), "{\"Subject\":\"Hi \\uD83D\"}");
	}

	@Test
	void longTextsStandBetweenTheOtherFieldsAsShortOnesDo() {
		String html = "<p class=\"a\">Grüße</p>\n".repeat(2000);
		String text = "Grüße\r\n".repeat(1000);
		assertJson(
				Email.builder()
					.subject("Hi")
					.htmlBody(html)
					.textBody(text)
					.tag("t")
					.attachment(Attachment.of("a.txt", "a".getBytes(StandardCharsets.UTF_8)))
					.build(),
				"{\"Subject\":\"Hi\",\"HtmlBody\":" + this.jsonMapper.writeValueAsString(html) + ",\"TextBody\":"
						+ this.jsonMapper.writeValueAsString(text)
						+ ",\"Tag\":\"t\",\"Attachments\":[{\"Name\":\"a.txt\","
						+ "\"Content\":\"YQ==\",\"ContentType\":\"text/plain\"}]}");
	}

	@Test
	void theLengthIsThatOfWhatIsWritten() throws IOException {
		for (int size : new int[] { 0, 1, 2, 3, 4, 24 * 1024, 24 * 1024 + 1, 100_000 }) {
			JsonBody body = write(Email.builder()
				.subject("ü")
				.attachment(Attachment.of("a.txt", new byte[size]))
				.attachment(Attachment.of("b.txt", new byte[1]))
				.build());
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			body.writeTo(out);
			assertThat(body.length()).as("attachment of %s bytes", size).isEqualTo(out.size());
			assertThat(
					this.jsonMapper.readTree(out.toByteArray()).path("Attachments").path(0).path("Content").asString())
				.isEqualTo(Base64.getEncoder().encodeToString(new byte[size]));
		}
	}

	private JsonBody write(OutboundMessage message) {
		return new MessageWriter(() -> this.jsonMapper, new BufferPool()).write(message, message.metadata());
	}

	private void assertJson(OutboundMessage message, String expected) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			write(message).writeTo(out);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		JsonNode written = this.jsonMapper.readTree(out.toByteArray());
		assertThat(written).isEqualTo(this.jsonMapper.readTree(expected));
	}

	record Line(String sku, int qty) {
	}

	record Model(String customerName) {
	}

	static class Failing {

		public String getName() {
			throw new IllegalStateException("no name");
		}

	}

}
