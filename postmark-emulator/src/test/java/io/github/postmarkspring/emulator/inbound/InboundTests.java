package io.github.postmarkspring.emulator.inbound;

import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class InboundTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void showsAMessageAsDocumented() {
		String id = receive("ann@mail.example", false);
		ObjectNode details = (ObjectNode) this.postmark.get("/messages/inbound/" + id + "/details").json();
		assertThat(details.remove("Date").asString()).endsWith("GMT");
		assertThat(details).isEqualTo(Postmark
			.json("""
					{ "From": "ann@mail.example", "FromName": "Ann",
					  "FromFull": { "Email": "ann@mail.example", "Name": "Ann", "MailboxHash": "" },
					  "To": "f00dcafe+ticket42@inbound.postmarkapp.com",
					  "ToFull": [ { "Email": "f00dcafe+ticket42@inbound.postmarkapp.com", "Name": "", "MailboxHash": "ticket42" } ],
					  "Cc": "\\"Bob\\" <bob@mail.example>",
					  "CcFull": [ { "Email": "bob@mail.example", "Name": "Bob", "MailboxHash": "" } ], "Bcc": "", "BccFull": [],
					  "ReplyTo": "", "OriginalRecipient": "f00dcafe+ticket42@inbound.postmarkapp.com", "Subject": "Help me",
					  "MailboxHash": "ticket42", "Tag": "",
					  "Attachments": [ { "Name": "a.txt", "ContentID": "", "ContentType": "text/plain", "ContentLength": 3 } ],
					  "MessageID": "%s", "Status": "Processed", "MessageStream": "inbound", "TextBody": "Please", "HtmlBody": "",
					  "Headers": [ { "Name": "X-Spam-Score", "Value": "-0.1" } ], "BlockedReason": "" }"""
				.formatted(id)));
	}

	@ParameterizedTest
	@CsvSource({ "'',1", "status=processed,1", "status=Blocked,1", "status=failed,1", "status=queued,0",
			"status=scheduled,0", "recipient=BOB@mail.example,1", "recipient=x,0", "fromemail=ann@mail.example,1",
			"fromemail=x,0", "subject=HELP,1", "subject=x,0", "mailboxhash=ticket42,1", "mailboxhash=x,0", "tag=x,0",
			"fromdate=2020-01-01,1", "todate=2020-01-01,0" })
	void filtersAndHidesWhatWasNotProcessed(String query, int found) {
		this.postmark.server("POST", "/triggers/inboundrules", "{\"Rule\":\"bad.example\"}");
		receive("ann@mail.example", false);
		receive("ann@mail.example", true);
		receive("spam@BAD.example", false);
		assertThat(search(query).get("TotalCount").asInt()).isEqualTo(found);
	}

	@Test
	void letsABlockedMessageIn() {
		this.postmark.server("POST", "/triggers/inboundrules", "{\"Rule\":\"spam@bad.example\"}");
		String id = receive("spam@bad.example", false);
		assertThat(this.postmark.get("/messages/inbound/" + id + "/details").json().get("BlockedReason").asString())
			.contains("spam@bad.example");
		assertThat(this.postmark.server("PUT", "/messages/inbound/" + id + "/retry", null).error())
			.isEqualTo("422/701");
		assertThat(this.postmark.server("PUT", "/messages/inbound/" + id + "/bypass", null)
			.json()
			.get("ErrorCode")
			.asInt(1)).isZero();
		assertThat(search("").at("/InboundMessages/0/Status").asString()).isEqualTo("Processed");
		assertThat(this.postmark.server("PUT", "/messages/inbound/" + id + "/bypass", null).error())
			.isEqualTo("422/701");
	}

	@Test
	void triesAFailedMessageAgain() {
		String id = receive("ann@mail.example", true);
		assertThat(this.postmark.server("PUT", "/messages/inbound/" + id + "/retry", "{}")
			.json()
			.get("ErrorCode")
			.asInt(1)).isZero();
		assertThat(search("").get("TotalCount").asInt()).isEqualTo(1);
	}

	@Test
	void answersAnUnknownMessageWithCode701() {
		assertThat(this.postmark.get("/messages/inbound/x/details").error()).isEqualTo("422/701");
		assertThat(this.postmark.server("PUT", "/messages/inbound/x/bypass", null).error()).isEqualTo("422/701");
		assertThat(this.postmark.server("PUT", "/messages/inbound/x/retry", null).error()).isEqualTo("422/701");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "count=1", "count=500&offset=9501", "count=1&offset=0&status=x",
			"count=1&offset=0&fromdate=x" })
	void refusesABadSearchWithCode700(String query) {
		assertThat(this.postmark.get("/messages/inbound?" + query).error()).isEqualTo("422/700");
	}

	private JsonNode search(String query) {
		return this.postmark.get("/messages/inbound?count=9&offset=0&" + query).json();
	}

	private String receive(String from, boolean failed) {
		InboundMail mail = new InboundMail(new Address(from, "Ann"),
				List.of(new Address("f00dcafe+ticket42@inbound.postmarkapp.com", null)),
				List.of(new Address("bob@mail.example", "Bob")), "Help me", "Please", "",
				List.of(new Header("X-Spam-Score", "-0.1")),
				List.of(new Attachment("a.txt", "text/plain", null, new byte[3])));
		return this.postmark.emulator().control().receive(mail, failed);
	}

}
