package io.github.postmarkspring.emulator.email;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class BulkTests {

	private static final String REQUEST = """
			{ "From": "news@shop.example", "Subject": "November", "TextBody": "Hello", "Tag": "news",
			  "metadata": { "campaign": "nov", "vip": "0" }, "Headers": [ { "Name": "X-A", "Value": "1" } ],
			  "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "name": "Ann" } },
			    { "To": "bob@mail.example", "Metadata": { "VIP": "1" }, "Headers": [ { "Name": "x-a", "Value": "2" } ] } ] }""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void acceptsARequestAndCompletesIt() {
		ObjectNode accepted = (ObjectNode) send(REQUEST);
		String id = accepted.get("Id").asString();
		assertThat(id).hasSize(36);
		assertThat(accepted.get("SubmittedAt").asString()).endsWith("Z");
		JsonNode submitted = accepted.remove("SubmittedAt");
		assertThat(accepted).isEqualTo(Postmark.json("""
				{ "Id": "%s", "Status": "Accepted", "TotalMessages": 2, "PercentageCompleted": 0.0, "ReleasedCount": 0,
				  "FailedCount": 0, "Subject": "November" }""".formatted(id)));
		assertThat(this.postmark.get("/email/bulk/" + id).json()).isEqualTo(Postmark
			.json("""
					{ "Id": "%s", "Status": "Completed", "SubmittedAt": %s, "TotalMessages": 2, "PercentageCompleted": 100.0,
					  "ReleasedCount": 2, "FailedCount": 0, "Subject": "November" }"""
				.formatted(id, submitted)));
	}

	@Test
	void sendsAMessageForEachEntryWhoseOwnValuesWin() {
		send(REQUEST);
		JsonNode found = this.postmark.get("/messages/outbound?count=9&offset=0&messagestream=broadcast").json();
		assertThat(found.get("TotalCount").asInt()).isEqualTo(2);
		assertThat(found.at("/Messages/0/Recipients/0").asString()).isEqualTo("bob@mail.example");
		assertThat(found.at("/Messages/0/Tag").asString()).isEqualTo("news");
		assertThat(found.at("/Messages/0/Metadata")).isEqualTo(Postmark.json("{\"campaign\":\"nov\",\"VIP\":\"1\"}"));
		assertThat(found.at("/Messages/1/Metadata")).isEqualTo(Postmark.json("{\"campaign\":\"nov\",\"vip\":\"0\"}"));
		assertThat(this.postmark.get("/messages/outbound/" + found.at("/Messages/0/MessageID").asString() + "/dump")
			.json()
			.get("Body")
			.asString()).contains("x-a: 2").doesNotContain("X-A: 1");
	}

	@Test
	void rendersSubjectAndBodiesForEachEntry() {
		send("""
				{ "From": "news@shop.example", "subject": "Hi {{name}}", "HtmlBody": "<p>{{name}}</p>",
				  "TextBody": "Hello {{name}}", "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "name": "<Ann>" } },
				    { "To": "bob@mail.example", "TemplateModel": { "name": "Bob" } } ] }""");
		assertThat(subjects()).containsExactly("Hi Bob", "Hi <Ann>");
	}

	@Test
	void rendersATemplateForEachEntry() {
		assertThat(this.postmark
			.post("/templates",
					"{\"Name\":\"N\",\"Alias\":\"news\",\"Subject\":\"To {{name}}\",\"TextBody\":\"Hello\"}")
			.status()).isEqualTo(200);
		send("""
				{ "From": "news@shop.example", "TemplateAlias": "news",
				  "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "name": "Ann" } },
				    { "To": "bob@mail.example", "TemplateModel": { "name": "Bob" } } ] }""");
		assertThat(subjects()).containsExactly("To Bob", "To Ann");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"TemplateAlias\": \"nowhere\" | 1101",
			"\"TemplateAlias\": \"a\", \"TextBody\": \"b\" | 1123", "\"TextBody\": \"{{#name}}\" | 1122" })
	void refusesContentThatCannotBeRendered(String content, int code) {
		JsonNode answer = this.postmark
			.post("/email/bulk",
					"{ \"From\": \"news@shop.example\", %s, \"Messages\": [ { \"To\": \"ann@mail.example\" } ] }"
						.formatted(content))
			.json();
		assertThat(answer.get("ErrorCode").asInt()).isEqualTo(code);
	}

	private List<String> subjects() {
		return this.postmark.get("/messages/outbound?count=9&offset=0&messagestream=broadcast")
			.json()
			.get("Messages")
			.findValuesAsString("Subject");
	}

	@Test
	void countsEntriesThatCannotBeRendered() {
		JsonNode sent = send("""
				{ "From": "news@shop.example", "Subject": "Hi", "TextBody": "{{#each items}}x{{/each}}",
				  "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "items": "none" } },
				    { "To": "bob@mail.example", "TemplateModel": { "items": [ 1 ] } } ] }""");
		JsonNode status = this.postmark.get("/email/bulk/" + sent.get("Id").asString()).json();
		assertThat(status.get("ReleasedCount").asInt()).isEqualTo(1);
		assertThat(status.get("FailedCount").asInt()).isEqualTo(1);
		assertThat(subjects()).containsExactly("Hi");
	}

	@Test
	void countsEntriesWhoseRecipientsAreAllSuppressed() {
		this.postmark.server("POST", "/message-streams/broadcast/suppressions",
				"{\"Suppressions\":[{\"EmailAddress\":\"ann@mail.example\"}]}");
		JsonNode status = this.postmark.get("/email/bulk/" + send(REQUEST).get("Id").asString()).json();
		assertThat(status.get("ReleasedCount").asInt()).isEqualTo(1);
		assertThat(status.get("FailedCount").asInt()).isEqualTo(1);
	}

	@Test
	void answersOneProblemWithItsCodeAndSeveralWithCode11() {
		Postmark.Answer one = this.postmark.server("POST", "/email/bulk",
				"{\"From\":\"a@b.example\",\"TextBody\":\"x\",\"Messages\":[{\"To\":\"y\"},{\"To\":\"c@d.example\"}]}");
		assertThat(one.error()).isEqualTo("422/300");
		Postmark.Answer several = this.postmark.server("POST", "/email/bulk",
				"{\"From\":\"x\",\"TextBody\":\"x\",\"Messages\":[{\"To\":\"c@d.example\"},{\"To\":\"y\"}]}");
		assertThat(several.header("X-PM-ApiErrorCode")).isEqualTo("11");
		assertThat(several.status()).isEqualTo(422);
		assertThat(several.json()).isEqualTo(Postmark.json("""
				{ "ErrorCode": 11, "Message": "Multiple errors occurred.",
				  "Errors": { "From": [ { "ErrorCode": 300, "Message": "Invalid 'From' address: 'x'." } ],
				              "To": [ { "ErrorCode": 300, "Message": "Invalid 'To' address: 'y'." } ] } }"""));
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0&messagestream=broadcast")
			.json()
			.get("TotalCount")
			.asInt()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "``; 402", "[]; 403", "{}; 300",
			"{\"Messages\":{}}; 403", "{\"MessageStream\":\"x\"}; 1226", "{\"MessageStream\":\"inbound\"}; 1236",
			"{\"From\":\"a@b.example\",\"Messages\":[{\"To\":\"c@d.example\"}]}; 300",
			"{\"From\":\"a@b.example\",\"TextBody\":\"x\",\"Metadata\":[],\"Messages\":[{\"To\":\"c@d.example\"}]}; 403",
			"{\"From\":\"a@b.example\",\"TemplateId\":1,\"Messages\":[{\"To\":\"c@d.example\"}]}; 1101" })
	void refusesABadRequest(String body, int code) {
		assertThat(this.postmark.server("POST", "/email/bulk", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void listsNewestFirstByACursor() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			ids.add(0, send(REQUEST).get("Id").asString());
		}
		JsonNode first = this.postmark.get("/email/bulk?count=2").json();
		assertThat(first.get("Requests").valueStream().map((job) -> job.get("Id").asString()))
			.containsExactlyElementsOf(ids.subList(0, 2));
		String key = first.get("PaginationKey").asString();
		JsonNode last = this.postmark.get("/email/bulk?count=2&paginationKey=" + key).json();
		assertThat(last.at("/Requests/0/Id").asString()).isEqualTo(ids.get(2));
		assertThat(last.has("PaginationKey")).isFalse();
		assertThat(this.postmark.get("/email/bulk?paginationKey=x" + key).error()).isEqualTo("422/13");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "501", "x" })
	void refusesABadCount(String count) {
		assertThat(this.postmark.get("/email/bulk?count=" + count).error()).isEqualTo("422/300");
	}

	@Test
	void answersAnUnknownRequestAndOneOfAnotherServerWithCode12() {
		String id = send(REQUEST).get("Id").asString();
		String token = this.postmark.account("POST", "/servers", "{\"Name\":\"Other\"}")
			.json()
			.at("/ApiTokens/0")
			.asString();
		assertThat(this.postmark.get("/email/bulk/x").error()).isEqualTo("404/12");
		assertThat(this.postmark.server(token, "GET", "/email/bulk/" + id, null).error()).isEqualTo("404/12");
	}

	@Test
	void refusesAllOfItWithoutApproval() throws Exception {
		Postmark other = new Postmark(PostmarkEmulator.builder().bulkApproved(false));
		other.beforeEach(null);
		try {
			assertThat(other.server("POST", "/email/bulk", REQUEST).error()).isEqualTo("422/14");
			assertThat(other.get("/email/bulk").error()).isEqualTo("422/14");
			assertThat(other.get("/email/bulk/x").message()).isEqualTo("This endpoint requires approval to access. "
					+ "Contact support to use the Bulk API postmarkapp.com/contact");
		}
		finally {
			other.afterEach(null);
		}
	}

	private JsonNode send(String json) {
		Postmark.Answer answer = this.postmark.server("POST", "/email/bulk", json);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

}
