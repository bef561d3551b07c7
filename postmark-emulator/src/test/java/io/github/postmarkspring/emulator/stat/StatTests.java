package io.github.postmarkspring.emulator.stat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.tracking.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class StatTests {

	private static final Visitor DESKTOP = new Visitor("x", Map.of("Name", "Outlook 2024", "Family", "Chrome"),
			Map.of(), "Desktop", Map.of());

	private static final Visitor WEB = new Visitor("x", Map.of(), Map.of(), "WebMail", Map.of());

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void countsWhatHappened() {
		String id = this.postmark.accepted("""
				{ "From": "a@b.example", "To": "ann@mail.example, bob@mail.example", "TrackOpens": true, "Tag": "order",
				  "Bcc": "softbounce@bounce-testing.postmarkapp.com", "TrackLinks": "HtmlAndText",
				  "HtmlBody": "<a href='https://shop.example/?a=1&amp;b=2'>x</a>",
				  "TextBody": "https://shop.example/?a=1&b=2 and http://other.example" }""");
		this.postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}");
		EmulatorControl control = this.postmark.emulator().control();
		control.open(id, "ann@mail.example", DESKTOP);
		control.open(id, "ann@mail.example", WEB);
		control.click(id, "ann@mail.example", "http://other.example", true, DESKTOP);
		control.click(id, "ann@mail.example", "http://other.example", false, WEB);
		control.bounce(id, "bob@mail.example", BounceType.SPAM_COMPLAINT);
		assertThat(stats("")).isEqualTo(Postmark.json("""
				{ "Sent": 4, "Bounced": 1, "SMTPApiErrors": 0, "BounceRate": 25.0, "SpamComplaints": 1,
				  "SpamComplaintsRate": 25.0, "Opens": 2, "UniqueOpens": 1, "Tracked": 3, "WithLinkTracking": 3,
				  "WithOpenTracking": 3, "TotalTrackedLinksSent": 6, "UniqueLinksClicked": 1, "TotalClicks": 2,
				  "WithClientRecorded": 1, "WithPlatformRecorded": 2 }"""));
		series("sends", "'Sent': 4");
		series("bounces", "'SoftBounce': 1", "'HardBounce': 0, 'SMTPApiError': 0, 'Transient': 0");
		series("spam", "'SpamComplaint': 1");
		series("tracked", "'Tracked': 3");
		series("opens", "'Opens': 2, 'Unique': 1");
		series("opens/platforms", "'Desktop': 1, 'WebMail': 1", "'Mobile': 0, 'Unknown': 0");
		series("opens/emailclients", "'Outlook 2024': 1");
		series("clicks", "'Clicks': 2, 'Unique': 1");
		series("clicks/browserfamilies", "'Chrome': 1");
		series("clicks/platforms", "'Desktop': 1, 'Unknown': 1", "'Mobile': 0");
		series("clicks/location", "'HTML': 1, 'Text': 1");
	}

	@Test
	void leavesOutDaysWithoutData() {
		assertThat(stats("/sends")).isEqualTo(Postmark.json("{\"Days\":[],\"Sent\":0}"));
		assertThat(stats("/opens/emailclients")).isEqualTo(Postmark.json("{\"Days\":[]}"));
	}

	@Test
	void countsByDayAndKeepsTheNumbersOfAForgottenMessage() {
		send("a", "outbound");
		this.postmark.emulator().control().advanceTime(Duration.ofDays(3));
		send("b", "outbound");
		this.postmark.exchange("DELETE", "/mailbox/api/messages");
		String later = today().plusDays(3).toString();
		assertThat(stats("/sends")).isEqualTo(Postmark.json("""
				{ "Days": [ { "Date": "%s", "Sent": 1 }, { "Date": "%s", "Sent": 1 } ], "Sent": 2 }"""
			.formatted(today(), later)));
		assertThat(stats("/sends?fromdate=" + later).get("Sent").asInt()).isEqualTo(1);
		assertThat(stats("/sends?todate=" + today()).get("Sent").asInt()).isEqualTo(1);
		assertThat(stats("?fromdate=" + later + "&todate=" + later).get("Sent").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "'',2", "tag=a,1", "tag=x,0", "messagestream=outbound,1", "messagestream=Broadcast,1" })
	void filtersByTagAndStreamWhereAllStreamsAreTheDefault(String query, int sent) {
		send("a", "outbound");
		send("b", "broadcast");
		assertThat(stats("/sends?" + query).get("Sent").asInt()).isEqualTo(sent);
		assertThat(stats("?" + query).get("Sent").asInt()).isEqualTo(sent);
	}

	@ParameterizedTest
	@CsvSource({ "fromdate=x,900", "todate=2026-13-01,900", "fromdate=2000-01-01,1500",
			"fromdate=2099-01-02&todate=2099-01-01,1502", "messagestream=x,1226" })
	void refusesABadFilter(String query, int code) {
		assertThat(this.postmark.get("/stats/outbound?" + query).error()).isEqualTo("422/" + code);
		assertThat(this.postmark.get("/stats/outbound/clicks/location?" + query).error()).isEqualTo("422/" + code);
	}

	@Test
	void countsNothingForTheTestToken() {
		this.postmark.post("/email", "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}",
				"X-Postmark-Server-Token", "POSTMARK_API_TEST", "Content-Type", "application/json");
		assertThat(stats("").get("Sent").asInt()).isZero();
	}

	private void series(String path, String counted) {
		series(path, counted, "");
	}

	private void series(String path, String counted, String zero) {
		String total = zero.isEmpty() ? counted : counted + ", " + zero;
		assertThat(stats("/" + path)).as(path)
			.isEqualTo(Postmark.json(("{ 'Days': [ { 'Date': '" + today() + "', " + counted + " } ], " + total + " }")
				.replace('\'', '"')));
	}

	private JsonNode stats(String path) {
		return this.postmark.get("/stats/outbound" + path).json();
	}

	private void send(String tag, String stream) {
		this.postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\",\"Tag\":\"" + tag
				+ "\",\"MessageStream\":\"" + stream + "\"}");
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("America/New_York"));
	}

}
