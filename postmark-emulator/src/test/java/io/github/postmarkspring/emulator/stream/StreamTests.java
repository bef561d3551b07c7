package io.github.postmarkspring.emulator.stream;

import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class StreamTests {

	private static final String GOOD = "{\"ID\":\"receipts\",\"Name\":\"Receipts\",\"MessageStreamType\":\"Transactional\"}";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsAStreamAsDocumented() {
		ObjectNode stream = (ObjectNode) create(GOOD);
		assertThat(OffsetDateTime.parse(stream.remove("CreatedAt").asString())).isBefore(OffsetDateTime.now());
		assertThat(stream).isEqualTo(Postmark.json("""
				{ "ID": "receipts", "ServerID": 1, "Name": "Receipts", "Description": null,
				  "MessageStreamType": "Transactional", "UpdatedAt": null, "ArchivedAt": null,
				  "ExpectedPurgeDate": null,
				  "SubscriptionManagementConfiguration": { "UnsubscribeHandlingType": "None" } }"""));
		JsonNode broadcasts = create("{\"ID\":\"news\",\"Name\":\"News\",\"MessageStreamType\":\"broadcasts\"}");
		assertThat(broadcasts.at("/SubscriptionManagementConfiguration/UnsubscribeHandlingType").asString())
			.isEqualTo("Postmark");
		assertThat(this.postmark.get("/message-streams/NEWS").json()).isEqualTo(broadcasts);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "?; outbound,broadcast,inbound,a", "?MessageStreamType=All; outbound,broadcast,inbound,a",
					"?messagestreamtype=broadcasts; broadcast", "?MessageStreamType=Inbound; inbound",
					"?MessageStreamType=Transactional&IncludeArchivedStreams=true; outbound,a,b" })
	void listsStreamsByTypeAndWhetherArchived(String query, String ids) {
		create("{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Transactional\"}");
		create("{\"ID\":\"b\",\"Name\":\"b\",\"MessageStreamType\":\"Transactional\"}");
		this.postmark.server("POST", "/message-streams/b/archive", null);
		JsonNode list = this.postmark.get("/message-streams" + query).json();
		assertThat(list.get("MessageStreams").valueStream().map((stream) -> stream.get("ID").asString()))
			.containsExactly(ids.split(","));
		assertThat(list.get("TotalCount").asInt()).isEqualTo(ids.split(",").length);
	}

	@Test
	void editsWhatIsSent() {
		JsonNode before = create(GOOD);
		JsonNode after = this.postmark.server("PATCH", "/message-streams/receipts", "{\"Description\":\"Paid < due\"}")
			.json();
		assertThat(after.get("UpdatedAt").asString()).isNotEmpty();
		assertThat(((ObjectNode) after.deepCopy()).putNull("UpdatedAt").putNull("Description")).isEqualTo(before);
		assertThat(after.get("Description").asString()).isEqualTo("Paid < due");
		assertThat(this.postmark.server("PATCH", "/message-streams/receipts", "{\"Name\":\"R\"}")
			.json()
			.get("Name")
			.asString()).isEqualTo("R");
	}

	@Test
	void losesNoneOfTwoEditsAtATime() {
		for (int i = 0; i < 200; i++) {
			String value = "\"edit " + i + "\"}";
			CompletableFuture<Postmark.Answer> name = CompletableFuture
				.supplyAsync(() -> this.postmark.server("PATCH", "/message-streams/outbound", "{\"Name\":" + value));
			this.postmark.server("PATCH", "/message-streams/outbound", "{\"Description\":" + value);
			name.join();
			JsonNode stream = this.postmark.get("/message-streams/outbound").json();
			assertThat(stream.get("Name").asString()).isEqualTo("edit " + i);
			assertThat(stream.get("Description").asString()).isEqualTo("edit " + i);
		}
	}

	@Test
	void archivesForFortyFiveDaysAndBringsBack() {
		create(GOOD);
		JsonNode archived = this.postmark.server("POST", "/message-streams/receipts/archive", null).json();
		assertThat(archived.get("ID").asString()).isEqualTo("receipts");
		assertThat(archived.get("ServerID").asInt()).isEqualTo(1);
		assertThat(OffsetDateTime.parse(archived.get("ExpectedPurgeDate").asString()))
			.isBetween(OffsetDateTime.now().plusDays(44), OffsetDateTime.now().plusDays(46));
		assertThat(this.postmark.email(email("receipts")).error()).isEqualTo("422/1235");
		JsonNode back = this.postmark.server("POST", "/message-streams/receipts/unarchive", "").json();
		assertThat(back.get("ArchivedAt").isNull()).isTrue();
		assertThat(this.postmark.email(email("receipts")).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "{}; 1222", "``; 1222", "{\"ID\":\"a\"}; 1223",
			"{\"ID\":\"a\",\"Name\":\"a\"}; 1221", "{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"x\"}; 1221",
			"{\"ID\":\"1a\",\"Name\":\"a\"}; 1227", "{\"ID\":\"A\",\"Name\":\"a\"}; 1227",
			"{\"ID\":\"a23456789012345678901234567890x\",\"Name\":\"a\"}; 1227",
			"{\"ID\":\"pm-a\",\"Name\":\"a\"}; 1233", "{\"ID\":\"all\",\"Name\":\"a\"}; 1237",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Inbound\"}; 1228",
			"{\"ID\":\"outbound\",\"Name\":\"a\",\"MessageStreamType\":\"Transactional\"}; 1230",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Transactional\",\"Description\":\"<b>x\"}; 1234",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Transactional\",\"SubscriptionManagementConfiguration\":{\"UnsubscribeHandlingType\":\"x\"}}; 1240",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Transactional\",\"SubscriptionManagementConfiguration\":{\"UnsubscribeHandlingType\":\"Postmark\"}}; 1239",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Broadcasts\",\"SubscriptionManagementConfiguration\":{\"UnsubscribeHandlingType\":\"none\"}}; 1239",
			"{\"ID\":\"a\",\"Name\":\"a\",\"MessageStreamType\":\"Broadcasts\",\"SubscriptionManagementConfiguration\":{\"UnsubscribeHandlingType\":\"Custom\"}}; 1238",
			"{\"ID\":1}; 403" })
	void refusesABadStream(String body, int code) {
		assertThat(this.postmark.server("POST", "/message-streams", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void refusesTextsThatAreTooLong() {
		assertThat(this.postmark.server("PATCH", "/message-streams/outbound", "{\"Name\":\"" + "x".repeat(101) + "\"}")
			.error()).isEqualTo("422/1224");
		assertThat(this.postmark
			.server("PATCH", "/message-streams/outbound", "{\"Description\":\"" + "x".repeat(1001) + "\"}")
			.error()).isEqualTo("422/1231");
		assertThat(this.postmark.server("PATCH", "/message-streams/outbound", "{\"Name\":\"\"}").error())
			.isEqualTo("422/1223");
	}

	@Test
	void refusesMoreThanTenStreams() {
		for (int i = 0; i < 7; i++) {
			create("{\"ID\":\"s" + i + "\",\"Name\":\"s\",\"MessageStreamType\":\"Transactional\"}");
		}
		assertThat(this.postmark.server("POST", "/message-streams", GOOD).error()).isEqualTo("422/1225");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/message-streams/x,1226", "PATCH,/message-streams/x,1226", "POST,/message-streams/x/archive,1226",
			"POST,/message-streams/x/unarchive,1226", "POST,/message-streams/outbound/archive,1229",
			"POST,/message-streams/Inbound/archive,1229", "GET,/message-streams?MessageStreamType=x,1221" })
	void refusesWhatCannotBeDone(String method, String path, int code) {
		assertThat(this.postmark.server(method, path, "{}").error()).isEqualTo("422/" + code);
	}

	@Test
	void sendsThroughAStreamOfItsOwnButNotOfAnotherServer() {
		create(GOOD);
		assertThat(this.postmark.email(email("receipts")).status()).isEqualTo(200);
		JsonNode other = this.postmark.account("POST", "/servers", "{\"Name\":\"Other\"}").json();
		assertThat(this.postmark.server(other.get("ApiTokens").get(0).asString(), "POST", "/email", email("receipts"))
			.error()).isEqualTo("422/1235");
	}

	private JsonNode create(String json) {
		Postmark.Answer answer = this.postmark.server("POST", "/message-streams", json);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String email(String stream) {
		return "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\",\"MessageStream\":\"" + stream
				+ "\"}";
	}

}
