package io.github.postmarkspring.emulator.message;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class MessageRoutesTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void showsAnItemAsDocumented() {
		String id = this.postmark.accepted("""
				{ "From": "Shop <orders@shop.example>", "To": "Ann <ann@mail.example>, bob@mail.example",
				  "Cc": "cc@mail.example", "Bcc": "bcc@mail.example", "Subject": "Order 42", "Tag": "order",
				  "TextBody": "Thanks", "Metadata": { "orderId": "42" }, "TrackOpens": true, "TrackLinks": "htmlonly",
				  "Attachments": [ { "Name": "note.txt", "Content": "eA==", "ContentType": "text/plain" } ] }""");
		JsonNode answer = search("");
		ObjectNode item = (ObjectNode) answer.get("Messages").get(0);
		assertThat(OffsetDateTime.parse(item.remove("ReceivedAt").asString()))
			.isBetween(OffsetDateTime.now().minusMinutes(5), OffsetDateTime.now().plusMinutes(5));
		assertThat(answer).isEqualTo(Postmark
			.json("""
					{ "TotalCount": 1, "Messages": [ { "Tag": "order", "MessageID": "%s", "MessageStream": "outbound",
					  "To": [ { "Email": "ann@mail.example", "Name": "Ann" }, { "Email": "bob@mail.example", "Name": null } ],
					  "Cc": [ { "Email": "cc@mail.example", "Name": null } ],
					  "Bcc": [ { "Email": "bcc@mail.example", "Name": null } ],
					  "Recipients": [ "ann@mail.example", "bob@mail.example", "cc@mail.example", "bcc@mail.example" ],
					  "From": "\\"Shop\\" <orders@shop.example>", "Subject": "Order 42", "Attachments": [ "note.txt" ],
					  "Status": "Sent", "TrackOpens": true, "TrackLinks": "HtmlOnly", "Metadata": { "orderId": "42" },
					  "Sandboxed": false } ] }"""
				.formatted(id)));
	}

	@Test
	void showsDetailsAsDocumented() {
		String id = this.postmark.accepted(
				"""
						{ "From": "orders@shop.example", "To": "ann@mail.example", "Bcc": "bob@mail.example", "Subject": "Order 42",
						  "TextBody": "Thanks", "Tag": "order" }""");
		JsonNode details = details(id);
		assertThat(details.get("TextBody").asString()).isEqualTo("Thanks");
		assertThat(details.get("HtmlBody").asString()).isEmpty();
		assertThat(details.get("Body").asString())
			.contains("From: orders@shop.example\r\n", "X-PM-Tag: order\r\n", "X-PM-Message-Id: " + id + "\r\n",
					"\r\n\r\nThanks")
			.doesNotContain("bob@mail.example");
		JsonNode events = details.get("MessageEvents");
		assertThat(events.size()).isEqualTo(2);
		ObjectNode event = (ObjectNode) events.get(1);
		assertThat(event.remove("ReceivedAt").asString()).isEqualTo(details.get("ReceivedAt").asString());
		assertThat(event).isEqualTo(Postmark.json("""
				{ "Recipient": "bob@mail.example", "Type": "Delivered", "Details": { "DeliveryMessage": "smtp;250 ok",
				  "DestinationServer": "localhost (127.0.0.1)", "DestinationIP": "127.0.0.1" } }"""));
	}

	@Test
	void findsAMessageByItsIdInAnyLetterCase() {
		String id = send("x");
		assertThat(details(id.toUpperCase(Locale.ROOT)).get("MessageID").asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00000000-0000-4000-8000-000000000000", "x", "%F0%9F%98%80", "..%2F.." })
	void answersAnUnknownMessageWithCode701(String id) {
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details").error()).isEqualTo("422/701");
	}

	@Test
	void letsNobodyBreakOutOfALineOfTheSource() {
		String id = this.postmark.accepted("""
				{ "From": "\\"Shop\\r\\nX-Evil: 1\\" <orders@shop.example>", "To": "ann@mail.example",
				  "Subject": "Hi\\r\\nX-Evil: 2\\u2028\\u0000", "TextBody": "x", "Tag": "t\\nX-Evil: 3",
				  "Headers": [ { "Name": "X-Own", "Value": "v\\r\\n\\r\\nX-Evil: 4" } ],
				  "Attachments": [ { "Name": "a\\r\\nX-Evil: 5.txt", "Content": "eA==", "ContentType": "text/plain",
				    "ContentID": "c\\r\\nX-Evil: 6" } ] }""");
		assertThat(details(id).get("Body").asString()).contains("X-Evil: 4")
			.doesNotContainPattern("(?m)^X-Evil")
			.doesNotContain("\u0000");
	}

	@Test
	void writesASourceThatIsAsciiInItsHeaders() {
		String id = this.postmark.accepted("""
				{ "From": "Jörg <orders@shop.example>", "To": "ann@mail.example", "Subject": "%s",
				  "HtmlBody": "<b>ü</b>", "TextBody": "ü" }""".formatted("Größe 😀 ".repeat(50)));
		String source = details(id).get("Body").asString();
		String headers = source.substring(0, source.indexOf("\r\n\r\n"));
		assertThat(headers).containsPattern("Subject: =\\?UTF-8\\?B\\?[A-Za-z0-9+/=]+\\?=\r\n =\\?UTF-8")
			.matches("(?s)\\p{ASCII}+");
		assertThat(source).contains("multipart/alternative", "<b>ü</b>");
	}

	@Test
	void cutsALongBodyAtAMegabyteWithoutHalvingACharacter() {
		String id = this.postmark.accepted(
				"{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x" + "😀".repeat(1024 * 1024) + "\"}");
		assertThat(details(id).get("TextBody").asString()).hasSize(1024 * 1024 - 1).endsWith("😀");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "count=1", "offset=0", "count=&offset=0", "count=0&offset=0", "count=501&offset=0",
			"count=1&offset=-1", "count=x&offset=0", "count=1&offset=10000", "count=500&offset=9501",
			"count=1&offset=99999999999", "count=1&offset=2147483647" })
	void refusesBadPagingWithCode700(String query) {
		assertThat(this.postmark.get("/messages/outbound?" + query).error()).isEqualTo("422/700");
	}

	@Test
	void pagesNewestFirst() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(0, send("m" + i));
		}
		assertThat(ids("count=2&offset=0")).containsExactlyElementsOf(ids.subList(0, 2));
		assertThat(ids("COUNT=2&Offset=3")).containsExactlyElementsOf(ids.subList(3, 5));
		assertThat(ids("count=500&offset=9500")).isEmpty();
		assertThat(this.postmark.get("/messages/outbound/?count=1&offset=4").json().get("TotalCount").asInt())
			.isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "recipient=ANN@mail.example; 1", "recipient=bcc@mail.example; 1",
			"recipient=nobody@mail.example; 0", "fromemail=Orders@shop.example; 1", "fromemail=x@shop.example; 0",
			"tag=order; 1", "tag=other; 0", "subject=order%2042; 1", "subject=RDER+4; 1", "subject=43; 0",
			"status=sent; 1", "status=Processed; 1", "status=queued; 0", "metadata_orderId=42; 1",
			"METADATA_ORDERID=42; 1", "metadata_orderId=43; 0", "metadata_other=42; 0", "messagestream=outbound; 1",
			"messageStream=broadcast; 0", "tag=&recipient=; 1", "unknown=1; 1", "tag=order&subject=nope; 0" })
	void filters(String query, int found) {
		this.postmark.accepted("""
				{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Bcc": "bcc@mail.example",
				  "Subject": "Order 42", "Tag": "order", "TextBody": "x", "Metadata": { "orderId": "42" } }""");
		assertThat(search("&" + query).get("TotalCount").asInt()).isEqualTo(found);
	}

	@Test
	void looksAtTheOutboundStreamUnlessToldOtherwise() {
		this.postmark.accepted("""
				{ "From": "a@b.example", "To": "c@d.example", "TextBody": "x", "MessageStream": "broadcast" }""");
		assertThat(search("").get("TotalCount").asInt()).isZero();
		assertThat(search("&messagestream=broadcast").get("TotalCount").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "status=gone", "fromdate=yesterday", "todate=2026-02-30", "fromdate=2026-11-02T25:00:00",
			"fromdate=2026-11-02T09:00:00Z", "metadata_a=1&metadata_b=2" })
	void refusesAFilterItCannotUnderstandWithCode700(String query) {
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0&" + query).error()).isEqualTo("422/700");
	}

	@Test
	void filtersByDatesInEasternTimeBothEndsIncluded() {
		String id = send("x");
		OffsetDateTime sent = OffsetDateTime.parse(details(id).get("ReceivedAt").asString());
		LocalDateTime eastern = sent.atZoneSameInstant(ZoneId.of("America/New_York")).toLocalDateTime();
		LocalDate day = eastern.toLocalDate();
		assertThat(found("fromdate", day)).isEqualTo(1);
		assertThat(found("todate", day)).isEqualTo(1);
		assertThat(found("fromdate", day.plusDays(1))).isZero();
		assertThat(found("todate", day.minusDays(1))).isZero();
		assertThat(found("fromdate", day.getYear() + "-" + day.getMonthValue() + "-" + day.getDayOfMonth()))
			.isEqualTo(1);
		LocalDateTime second = eastern.truncatedTo(ChronoUnit.SECONDS);
		assertThat(found("fromdate", dateTime(second))).isEqualTo(1);
		assertThat(found("todate", dateTime(second))).isEqualTo(1);
		assertThat(found("fromdate", dateTime(second.plusSeconds(1)))).isZero();
		assertThat(found("todate", dateTime(second.minusSeconds(1)))).isZero();
	}

	private int found(String key, Object date) {
		return search("&" + key + "=" + date).get("TotalCount").asInt();
	}

	private static String dateTime(LocalDateTime time) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time);
	}

	private String send(String subject) {
		return this.postmark.accepted(
				"{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\",\"Subject\":\"" + subject + "\"}");
	}

	private JsonNode details(String id) {
		return this.postmark.get("/messages/outbound/" + id + "/details").json();
	}

	private JsonNode search(String query) {
		return this.postmark.get("/messages/outbound?count=10&offset=0" + query).json();
	}

	private List<String> ids(String query) {
		List<String> ids = new ArrayList<>();
		for (JsonNode message : this.postmark.get("/messages/outbound?" + query).json().get("Messages")) {
			ids.add(message.get("MessageID").asString());
		}
		return ids;
	}

}
