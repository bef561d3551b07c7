package io.github.postmarkspring.emulator.suppression;

import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionTests {

	private static final String PATH = "/message-streams/outbound/suppressions";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsAndDeletesWithAnOutcomeForEachEntry() {
		assertThat(change("", "Ann@mail.example", "broken", "Ann <a@b.example>", "bob@mail.example")).isEqualTo(Postmark
			.json("""
					{ "Suppressions": [
					  { "EmailAddress": "Ann@mail.example", "Status": "Suppressed", "Message": null },
					  { "EmailAddress": "broken", "Status": "Failed", "Message": "An invalid email address was provided." },
					  { "EmailAddress": "Ann <a@b.example>", "Status": "Failed", "Message": "An invalid email address was provided." },
					  { "EmailAddress": "bob@mail.example", "Status": "Suppressed", "Message": null } ] }"""));
		JsonNode dump = dump("");
		assertThat(OffsetDateTime.parse(((ObjectNode) dump.get(1)).remove("CreatedAt").asString()))
			.isBefore(OffsetDateTime.now());
		assertThat(dump.get(1)).isEqualTo(Postmark
			.json("""
					{ "EmailAddress": "Ann@mail.example", "SuppressionReason": "ManualSuppression", "Origin": "Customer" }"""));
		assertThat(change("/delete", "ANN@mail.example", "nobody@mail.example", "broken")).isEqualTo(Postmark
			.json("""
					{ "Suppressions": [
					  { "EmailAddress": "ANN@mail.example", "Status": "Deleted", "Message": null },
					  { "EmailAddress": "nobody@mail.example", "Status": "Deleted", "Message": null },
					  { "EmailAddress": "broken", "Status": "Failed", "Message": "An invalid email address was provided." } ] }"""));
		assertThat(dump("").size()).isEqualTo(1);
	}

	@Test
	void refusesASendToSuppressedAddressesOnly() {
		change("", "ann@mail.example", "bob@mail.example");
		Postmark.Answer answer = this.postmark.email(email("Ann@mail.example", "bob@mail.example"));
		assertThat(answer.error()).isEqualTo("422/406");
		assertThat(answer.message()).isEqualTo("You tried to send to recipient(s) that have been marked as inactive. "
				+ "Found inactive addresses: Ann@mail.example, bob@mail.example. Inactive recipients are ones that "
				+ "have generated a hard bounce, a spam complaint, or a manual suppression.");
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt()).isZero();
		JsonNode batch = this.postmark
			.post("/email/batch", "[" + email("ann@mail.example", "") + "," + email("new@mail.example", "") + "]")
			.json();
		assertThat(batch.get(0).propertyNames()).containsExactly("ErrorCode", "Message");
		assertThat(batch.get(0).get("ErrorCode").asInt()).isEqualTo(406);
		assertThat(batch.get(1).get("Message").asString()).isEqualTo("OK");
	}

	@Test
	void sendsToTheOthersAndSaysWhoIsLeftOut() {
		change("", "ann@mail.example");
		Postmark.Answer answer = this.postmark.email(email("ann@mail.example, bob@mail.example", "ann@mail.example"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("ErrorCode").asInt()).isZero();
		assertThat(answer.message())
			.isEqualTo("Message OK, but will not deliver to these inactive addresses: ann@mail.example.");
		JsonNode events = this.postmark
			.get("/messages/outbound/" + answer.json().get("MessageID").asString() + "/details")
			.json()
			.get("MessageEvents");
		assertThat(events.size()).isEqualTo(1);
		assertThat(events.get(0).get("Recipient").asString()).isEqualTo("bob@mail.example");
	}

	@Test
	void suppressesForOneStreamOfOneServerOnly() {
		change("", "ann@mail.example");
		String broadcast = email("ann@mail.example", "").replace("}", ",\"MessageStream\":\"broadcast\"}");
		assertThat(this.postmark.email(broadcast).status()).isEqualTo(200);
		String token = this.postmark.account("POST", "/servers", "{\"Name\":\"Other\"}")
			.json()
			.get("ApiTokens")
			.get(0)
			.asString();
		assertThat(this.postmark.server(token, "POST", "/email", email("ann@mail.example", "")).status())
			.isEqualTo(200);
		assertThat(this.postmark
			.post("/email", email("ann@mail.example", ""), "X-Postmark-Server-Token", "POSTMARK_API_TEST",
					"Content-Type", "application/json")
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "'',2", "?SuppressionReason=manualsuppression,1", "?SuppressionReason=HardBounce,1",
			"?SuppressionReason=SpamComplaint,0", "?Origin=Customer,1", "?Origin=recipient,1", "?Origin=Admin,0",
			"?EmailAddress=ANN@mail.example,1", "?emailaddress=nobody@mail.example,0", "?fromdate=2020-01-01,2",
			"?fromdate=2099-01-01,0", "?todate=2020-01-01,0", "?todate=2099-01-01,2" })
	void filters(String query, int found) {
		change("", "ann@mail.example");
		this.postmark.accepted(email("HardBounce@bounce-testing.postmarkapp.com", ""));
		assertThat(dump(query).size()).isEqualTo(found);
	}

	@ParameterizedTest
	@CsvSource({ "?SuppressionReason=x,1404", "?Origin=x,1405", "?fromdate=x,1407" })
	void refusesBadFilters(String query, int code) {
		assertThat(this.postmark.get(PATH + "/dump" + query).error()).isEqualTo("422/" + code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 1409", "null; 1409", "{}; 1409", "{\"Suppressions\":[]}; 1409",
					"{\"Suppressions\":[{}]}; 1411", "{\"Suppressions\":{}}; 403",
					"{\"Suppressions\":[{\"EmailAddress\":1}]}; 403" })
	void refusesABadRequest(String body, int code) {
		assertThat(this.postmark.server("POST", PATH, body).error()).isEqualTo("422/" + code);
		assertThat(this.postmark.server("POST", PATH + "/delete", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void refusesMoreThanFiftyEntries() {
		String[] addresses = IntStream.range(0, 51).mapToObj((i) -> "a" + i + "@b.example").toArray(String[]::new);
		assertThat(this.postmark.server("POST", PATH, body(addresses)).error()).isEqualTo("422/1410");
	}

	@Test
	void takesNoAddressLongerThanAnyMailboxHas() {
		assertThat(change("", "a".repeat(320) + "@b.example").at("/Suppressions/0/Status").asString())
			.isEqualTo("Failed");
	}

	@Test
	void answersAnUnknownStreamWithCode1226() {
		Postmark.Answer answer = this.postmark.get("/message-streams/x/suppressions/dump");
		assertThat(answer.error()).isEqualTo("422/1226");
		assertThat(answer.message()).isEqualTo("The message stream for the provided 'ID' was not found.");
		assertThat(this.postmark.server("POST", "/message-streams/x/suppressions", body("a@b.example")).error())
			.isEqualTo("422/1226");
	}

	private JsonNode change(String action, String... addresses) {
		return this.postmark.server("POST", PATH + action, body(addresses)).json();
	}

	private JsonNode dump(String query) {
		return this.postmark.get(PATH + "/dump" + query).json().get("Suppressions");
	}

	private static String body(String... addresses) {
		return IntStream.range(0, addresses.length)
			.mapToObj((i) -> "{\"EmailAddress\":\"" + addresses[i] + "\"}")
			.collect(Collectors.joining(",", "{\"Suppressions\":[", "]}"));
	}

	private static String email(String to, String cc) {
		return "{\"From\":\"a@b.example\",\"To\":\"" + to + "\",\"Cc\":\"" + cc + "\",\"TextBody\":\"x\"}";
	}

}
