package io.github.postmarkspring.emulator.bounce;

import java.time.OffsetDateTime;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class BounceTests {

	private static final String DOMAIN = "@bounce-testing.postmarkapp.com";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void showsABounceAsDocumented() {
		String message = send("HardBounce", "");
		JsonNode list = search("");
		assertThat(list.get("TotalCount").asInt()).isEqualTo(1);
		ObjectNode bounce = (ObjectNode) list.get("Bounces").get(0);
		long id = bounce.get("ID").asLong();
		assertThat(id).isGreaterThan(Integer.MAX_VALUE);
		JsonNode single = this.postmark.get("/bounces/" + id).json();
		assertThat(single.get("Content").asString()).contains(message);
		assertThat(((ObjectNode) single.deepCopy()).without("Content")).isEqualTo(bounce);
		assertThat(this.postmark.get("/bounces/" + id + "/dump").json().get("Body")).isEqualTo(single.get("Content"));
		assertThat(OffsetDateTime.parse(bounce.remove("BouncedAt").asString())).isBefore(OffsetDateTime.now());
		assertThat(bounce).isEqualTo(Postmark.json("""
				{ "RecordType": "Bounce", "ID": %s, "Type": "HardBounce", "TypeCode": 1, "Name": "Hard bounce",
				  "Tag": "order", "MessageID": "%s", "ServerID": 1, "MessageStream": "outbound",
				  "Description": "The server was unable to deliver your message.",
				  "Details": "smtp;550 5.1.1 The email account that you tried to reach does not exist.",
				  "Email": "HardBounce@bounce-testing.postmarkapp.com", "From": "orders@shop.example",
				  "DumpAvailable": true, "Inactive": true, "CanActivate": true, "Subject": "Order 42" }""".formatted(id,
				message)));
	}

	@Test
	void tellsABounceAmongTheEventsOfItsMessage() {
		String message = this.postmark.accepted("""
				{ "From": "orders@shop.example", "To": "soft_bounce%s, ann@mail.example", "TextBody": "x" }"""
			.formatted(DOMAIN));
		JsonNode events = this.postmark.get("/messages/outbound/" + message + "/details").json().get("MessageEvents");
		assertThat(events.size()).isEqualTo(2);
		assertThat(events.get(0).get("Type").asString()).isEqualTo("Bounced");
		assertThat(events.get(0).at("/Details/BounceID").isString()).isTrue();
		assertThat(events.get(0).at("/Details/BounceID").asLong()).isEqualTo(search("").at("/Bounces/0/ID").asLong());
		assertThat(events.get(1).get("Type").asString()).isEqualTo("Delivered");
	}

	@ParameterizedTest
	@CsvSource({ "HardBounce,HardBounce", "hard_bounce,HardBounce", "SOFTBOUNCE,SoftBounce", "dns_error,DnsError",
			"SMTPApiError,SMTPApiError", "smtp_api_error,SMTPApiError", "DMARCPolicy,DMARCPolicy",
			"whatever,HardBounce", "SpamComplaint,HardBounce" })
	void takesTheTypeFromTheAddress(String localPart, String type) {
		send(localPart, "");
		assertThat(search("").at("/Bounces/0/Type").asString()).isEqualTo(type);
		assertThat(search("").at("/Bounces/0/Inactive").asBoolean()).isEqualTo(type.equals("HardBounce"));
	}

	@Test
	void takesTheTypeFromTheHeaderFirst() {
		send("anything", ",\"Headers\":[{\"Name\":\"x-pm-bounce-type\",\"Value\":\"Blocked\"}]");
		assertThat(search("").at("/Bounces/0/TypeCode").asInt()).isEqualTo(100006);
		this.postmark.accepted("""
				{ "From": "orders@shop.example", "To": "ann@mail.example", "TextBody": "x",
				  "Headers": [ { "Name": "X-PM-Bounce-Type", "Value": "SoftBounce" } ] }""");
		assertThat(search("").get("TotalCount").asInt()).isEqualTo(1);
	}

	@Test
	void suppressesTheAddressOfAHardBounceUntilItIsActivated() {
		send("HardBounce", "");
		String email = email("hardbounce", "");
		assertThat(this.postmark.email(email).error()).isEqualTo("422/406");
		long id = search("").at("/Bounces/0/ID").asLong();
		JsonNode activated = this.postmark.server("PUT", "/bounces/" + id + "/activate", "{}").json();
		assertThat(activated.get("Message").asString()).isEqualTo("OK");
		assertThat(activated.at("/Bounce/ID").asLong()).isEqualTo(id);
		assertThat(activated.at("/Bounce/Inactive").asBoolean(true)).isFalse();
		assertThat(this.postmark.email(email).status()).isEqualTo(200);
		assertThat(search("&inactive=true").get("TotalCount").asInt()).isEqualTo(1);
	}

	@Test
	void isActiveAgainOnceTheSuppressionIsDeleted() {
		send("HardBounce", "");
		this.postmark.server("POST", "/message-streams/outbound/suppressions/delete",
				"{\"Suppressions\":[{\"EmailAddress\":\"hardbounce@bounce-testing.postmarkapp.com\"}]}");
		assertThat(search("").at("/Bounces/0/Inactive").asBoolean(true)).isFalse();
	}

	@Test
	void refusesToActivateOtherTypesWithCode1003() {
		send("SoftBounce", "");
		long id = search("").at("/Bounces/0/ID").asLong();
		Postmark.Answer answer = this.postmark.server("PUT", "/bounces/" + id + "/activate", null);
		assertThat(answer.error()).isEqualTo("422/1003");
		assertThat(answer.message()).isEqualTo("Due to the type of bounce, this address cannot be reactivated.");
	}

	@Test
	void countsBouncesByType() {
		send("HardBounce", "");
		send("SoftBounce", "");
		send("SoftBounce", "");
		assertThat(this.postmark.get("/deliverystats").json()).isEqualTo(Postmark.json("""
				{ "InactiveMails": 1, "Bounces": [ { "Name": "All", "Count": 3 },
				  { "Name": "Hard bounce", "Count": 1, "Type": "HardBounce" },
				  { "Name": "Soft bounce", "Count": 2, "Type": "SoftBounce" } ] }"""));
	}

	@ParameterizedTest
	@CsvSource({ "'',2", "type=HardBounce,1", "type=softbounce,1", "type=Blocked,0", "inactive=true,1",
			"inactive=false,1", "emailFilter=HARD,1", "emailfilter=postmarkapp,2", "tag=order,2", "tag=x,0",
			"messageID=x,0", "fromdate=2020-01-01,2", "fromdate=2099-01-01,0", "todate=2020-01-01T00:00:00,0",
			"messagestream=outbound,2", "messagestream=broadcast,1", "messagestream=nowhere,0" })
	void filters(String query, int found) {
		send("HardBounce", "");
		send("SoftBounce", "");
		send("SoftBounce", ",\"MessageStream\":\"broadcast\"");
		assertThat(search("&" + query).get("TotalCount").asInt()).isEqualTo(found);
	}

	@Test
	void findsTheBouncesOfAMessageAndPagesNewestFirst() {
		String first = send("SoftBounce", "");
		String second = send("SoftBounce", "");
		assertThat(search("&messageID=" + first).at("/Bounces/0/MessageID").asString()).isEqualTo(first);
		assertThat(this.postmark.get("/bounces/?count=1&offset=0").json().at("/Bounces/0/MessageID").asString())
			.isEqualTo(second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "count=1", "count=501&offset=0", "count=500&offset=9501", "count=1&offset=0&type=x",
			"count=1&offset=0&todate=x" })
	void refusesABadSearchWithCode1000(String query) {
		assertThat(this.postmark.get("/bounces?" + query).error()).isEqualTo("422/1000");
	}

	@Test
	void answersAnUnknownBounceWithCode1001AndAMissingIdWithCode1002() {
		send("HardBounce", "");
		long id = search("").at("/Bounces/0/ID").asLong();
		String other = this.postmark.account("POST", "/servers", "{\"Name\":\"Other\"}")
			.json()
			.at("/ApiTokens/0")
			.asString();
		assertThat(this.postmark.server(other, "GET", "/bounces/" + id, null).error()).isEqualTo("422/1001");
		assertThat(this.postmark.get("/bounces/1").error()).isEqualTo("422/1001");
		assertThat(this.postmark.get("/bounces/1/dump").error()).isEqualTo("422/1001");
		assertThat(this.postmark.server("PUT", "/bounces/1/activate", null).error()).isEqualTo("422/1001");
		assertThat(this.postmark.get("/bounces/tags").error()).isEqualTo("400/1002");
	}

	private String send(String localPart, String more) {
		return this.postmark.accepted(email(localPart, more));
	}

	private static String email(String localPart, String more) {
		return """
				{ "From": "Shop <orders@shop.example>", "To": "%s%s", "Subject": "Order 42", "Tag": "order",
				  "TextBody": "x" %s }""".formatted(localPart, DOMAIN, more);
	}

	private JsonNode search(String query) {
		return this.postmark.get("/bounces?count=50&offset=0" + query).json();
	}

}
