package io.github.postmarkspring.emulator.control;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ControlRoutesTests {

	private static final String[] JSON = { "Content-Type", "application/json" };

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void doesWhatRecipientsDo() {
		String id = send();
		done("/messages/" + id + "/open", """
				{ "Recipient": "ann@mail.example", "Client": { "Name": "Mail" }, "Platform": "Desktop",
				  "Geo": { "City": "Vienna" } }""");
		done("/messages/" + id + "/click",
				"""
						{ "Recipient": "ann@mail.example", "OriginalLink": "https://shop.example/", "ClickLocation": "Text" }""");
		JsonNode bounce = done("/messages/" + id + "/bounce",
				"{\"Recipient\":\"ann@mail.example\",\"Type\":\"SpamComplaint\"}");
		assertThat(this.postmark.get("/messages/outbound/opens?count=1&offset=0&city=Vienna&client_name=Mail")
			.json()
			.get("TotalCount")
			.asInt()).isEqualTo(1);
		assertThat(this.postmark.get("/messages/outbound/clicks/" + id + "?count=1&offset=0")
			.json()
			.at("/Clicks/0/ClickLocation")
			.asString()).isEqualTo("Text");
		assertThat(this.postmark.get("/bounces/" + bounce.get("ID")).json().get("Type").asString())
			.isEqualTo("SpamComplaint");
	}

	@Test
	void letsMailComeIn() {
		String id = done("/inbound",
				"""
						{ "From": "ann@mail.example", "To": "f00dcafe+42@inbound.postmarkapp.com", "Subject": "Hi", "Failed": true }""")
			.get("MessageID")
			.asString();
		JsonNode details = this.postmark.get("/messages/inbound/" + id + "/details").json();
		assertThat(details.get("Status").asString()).isEqualTo("Failed");
		assertThat(details.get("MailboxHash").asString()).isEqualTo("42");
	}

	@Test
	void whoeverWritesMayHaveAName() {
		String id = done("/inbound",
				"""
						{ "From": "Bob <bob@mail.example>", "To": "Shop <f00dcafe@inbound.postmarkapp.com>", "Subject": "Hi" }""")
			.get("MessageID")
			.asString();
		JsonNode details = this.postmark.get("/messages/inbound/" + id + "/details").json();
		assertThat(details.get("FromFull").get("Email").asString()).isEqualTo("bob@mail.example");
		assertThat(details.get("FromFull").get("Name").asString()).isEqualTo("Bob");
		assertThat(details.get("ToFull").get(0).get("Email").asString()).isEqualTo("f00dcafe@inbound.postmarkapp.com");
	}

	@Test
	void movesTheClockConfirmsSendersAndBeginsAnew() {
		done("/time", "{\"Advance\":\"P2D\"}");
		String sender = this.postmark
			.account("POST", "/senders", "{\"FromEmail\":\"a@shop.example\",\"Name\":\"Shop\"}")
			.json()
			.get("ID")
			.asString();
		done("/senders/" + sender + "/confirm", "");
		assertThat(this.postmark.account("POST", "/senders/" + sender + "/resend", null).error()).isEqualTo("422/506");
		send();
		done("/reset", "");
		assertThat(this.postmark.account("GET", "/senders/" + sender, null).error()).isEqualTo("422/501");
		assertThat(this.postmark.get("/stats/outbound").json().get("Sent").asInt()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "/time; {}", "/time; {\"Advance\":\"soon\"}", "/time; {\"Advance\":\"P4000D\"}",
					"/time; {\"Advance\":\"-P99999999D\"}", "/messages/x/open; {\"Recipient\":\"ann@mail.example\"}",
					"/messages/x/click; {\"Recipient\":\"a@b.example\"}", "/messages/x/bounce; {\"Type\":\"x\"}",
					"/inbound; {\"From\":\"a@b.example\"}", "/inbound; {\"From\":\"nobody\",\"To\":\"a@b.example\"}",
					"/inbound; {\"From\":\"a@b.example\",\"To\":\"a@b.example, c@b.example\"}",
					"/senders/99/confirm; {}" })
	void refusesWhatCannotBeDone(String path, String body) {
		assertThat(this.postmark.post("/_emulator" + path, body, JSON).error()).isEqualTo("400/400");
		assertThat(this.postmark.email("{}").error()).isEqualTo("422/300");
	}

	@Test
	void takesNoOrdersFromOtherWebSites() {
		assertThat(this.postmark.post("/_emulator/reset", "", "Origin", "https://evil.example").status())
			.isEqualTo(403);
	}

	private JsonNode done(String path, String body) {
		Postmark.Answer answer = this.postmark.post("/_emulator" + path, body, JSON);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private String send() {
		return this.postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"ann@mail.example\",\"TextBody\":\"x\"}");
	}

}
