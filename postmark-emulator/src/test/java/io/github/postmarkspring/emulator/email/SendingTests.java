package io.github.postmarkspring.emulator.email;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SendingTests {

	private static final String MESSAGE = """
			{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Subject": "Order 42",
			  "TextBody": "Thanks", "Tag": "order", "Metadata": { "orderId": "42" }, "MessageStream": "outbound" }
			""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void answersAnAcceptedMessageAsDocumented() {
		Postmark.Answer answer = this.postmark.email(MESSAGE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.body()).matches(
				"\\{\"To\":\"ann@mail\\.example\",\"SubmittedAt\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z\","
						+ "\"MessageID\":\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\","
						+ "\"ErrorCode\":0,\"Message\":\"OK\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/email/", "/EMAIL", "/Email/" })
	void takesAnyLetterCaseAndATrailingSlashInThePath(String path) {
		assertThat(this.postmark.post(path, MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void takesAnyLetterCaseInKeys() {
		String id = this.postmark.accepted(
				"""
						{ "from": "orders@shop.example", "TO": "ann@mail.example", "subject": "Hi", "HTMLBody": "<b>x</b>",
						  "metaData": { "a": "b" }, "attachments": [ { "name": "a.txt", "CONTENT": "eA==",
						  "contenttype": "text/plain", "ContentId": "cid:x" } ], "headers": [ { "name": "X-A", "value": "b" } ] }
						""");
		JsonNode details = this.postmark.get("/messages/outbound/" + id + "/details").json();
		assertThat(details.get("HtmlBody").asString()).isEqualTo("<b>x</b>");
		assertThat(details.get("Attachments").toString()).isEqualTo("[\"a.txt\"]");
		assertThat(details.get("Metadata").toString()).isEqualTo("{\"a\":\"b\"}");
	}

	@Test
	void takesNullAndEmptyTextForOptionalFields() {
		assertThat(this.postmark
			.email("""
					{ "From": "a@shop.example", "To": "b@mail.example", "Cc": "", "Bcc": null, "Subject": null, "Tag": "",
					  "HtmlBody": null, "TextBody": "x", "ReplyTo": "", "Headers": null, "TrackOpens": null, "TrackLinks": "",
					  "Metadata": null, "Attachments": null, "MessageStream": null, "SomethingNew": { "a": [] } }
					""")
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "\"true\"", "\"True\"", "1" })
	void takesSeveralSpellingsOfTrue(String flag) {
		String id = this.postmark.accepted("""
				{ "From": "a@shop.example", "To": "b@mail.example", "TextBody": "x", "TrackOpens": %s }"""
			.formatted(flag));
		JsonNode details = this.postmark.get("/messages/outbound/" + id + "/details").json();
		assertThat(details.get("TrackOpens").asBoolean()).isTrue();
	}

	@Test
	void returnsMetadataNumbersAsTheTextThatWasSent() {
		String id = this.postmark.accepted("""
				{ "From": "a@shop.example", "To": "b@mail.example", "TextBody": "x",
				  "Metadata": { "a": 42, "b": 1.50, "c": true, "d": null } }""");
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details").json().get("Metadata"))
			.isEqualTo(Postmark.json("{\"a\":\"42\",\"b\":\"1.50\",\"c\":\"true\",\"d\":\"\"}"));
	}

	@Test
	void leavesToOutOfTheAnswerIfThereIsOnlyABlindCopy() {
		JsonNode answer = this.postmark.email("""
				{ "From": "a@shop.example", "Bcc": "b@mail.example", "TextBody": "x" }""").json();
		assertThat(answer.has("To")).isFalse();
		assertThat(answer.get("ErrorCode").asInt()).isZero();
	}

	@Test
	void checksAndDropsWithTheTestToken() {
		Postmark.Answer answer = this.postmark.post("/email", MESSAGE, "X-Postmark-Server-Token", "POSTMARK_API_TEST",
				"Content-Type", "application/json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.message()).isEqualTo("Test job accepted");
		assertThat(answer.json().get("MessageID").asString()).hasSize(36);
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt()).isZero();
		assertThat(this.postmark
			.post("/email", "{ \"From\": \"a@b.example\" }", "X-Postmark-Server-Token", "POSTMARK_API_TEST",
					"Content-Type", "application/json")
			.error()).isEqualTo("422/300");
	}

	@Test
	void answersABatchItemByItemInOrder() {
		Postmark.Answer answer = this.postmark.post("/email/batch", """
				[ { "From": "a@shop.example", "To": "ann@mail.example", "TextBody": "x" },
				  { "From": "a@shop.example", "To": "nobody", "TextBody": "x" },
				  { "From": "a@shop.example", "To": "bob@mail.example", "TextBody": "x", "MessageStream": "nope" },
				  { "From": "a@shop.example", "To": "eve@mail.example", "TextBody": "x" } ]""");
		assertThat(answer.status()).isEqualTo(200);
		JsonNode items = answer.json();
		assertThat(items.size()).isEqualTo(4);
		assertThat(items.get(0).get("To").asString()).isEqualTo("ann@mail.example");
		assertThat(items.get(0).get("ErrorCode").asInt()).isZero();
		assertThat(items.get(1))
			.isEqualTo(Postmark.json("{\"ErrorCode\":300,\"Message\":\"Invalid 'To' address: 'nobody'.\"}"));
		assertThat(items.get(2)).isEqualTo(Postmark
			.json("{\"ErrorCode\":1235,\"Message\":\"The stream provided: 'nope' does not exist on this server.\"}"));
		assertThat(items.get(3).get("To").asString()).isEqualTo("eve@mail.example");
		assertThat(this.postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt())
			.isEqualTo(2);
	}

	@Test
	void answersAnEmptyBatchWithAnEmptyArray() {
		assertThat(this.postmark.post("/email/batch", "[]").body()).isEqualTo("[]");
	}

	@Test
	void takes500MessagesInABatchAndRefuses501WithCode410() {
		String one = "{\"From\":\"a@shop.example\",\"To\":\"b@mail.example\",\"TextBody\":\"x\"}";
		assertThat(this.postmark.post("/email/batch", "[" + (one + ",").repeat(499) + one + "]").json().size())
			.isEqualTo(500);
		Postmark.Answer refused = this.postmark.post("/email/batch", "[" + (one + ",").repeat(500) + one + "]");
		assertThat(refused.error()).isEqualTo("422/410");
	}

	@Test
	void dropsABatchWithTheTestTokenButAnswersEveryItem() {
		JsonNode items = this.postmark
			.post("/email/batch", "[" + MESSAGE + ",{}]", "X-Postmark-Server-Token", "POSTMARK_API_TEST",
					"Content-Type", "application/json")
			.json();
		assertThat(items.get(0).get("Message").asString()).isEqualTo("Test job accepted");
		assertThat(items.get(1).get("ErrorCode").asInt()).isEqualTo(300);
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt()).isZero();
	}

}
