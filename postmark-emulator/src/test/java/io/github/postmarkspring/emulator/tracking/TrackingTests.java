package io.github.postmarkspring.emulator.tracking;

import java.util.Map;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrackingTests {

	private static final Visitor VISITOR = new Visitor("Mozilla/5.0",
			Map.of("Name", "Apple Mail", "Company", "Apple", "Family", "Mail"),
			Map.of("Name", "iOS 19", "Family", "iOS"), "Mobile",
			Map.of("Country", "Austria", "Region", "Wien", "City", "Vienna"));

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void showsTheFirstOpenOfARecipient() {
		String id = send();
		this.postmark.emulator().control().open(id, "ann@mail.example", VISITOR);
		this.postmark.emulator().control().open(id, "ANN@mail.example", Visitor.UNKNOWN);
		JsonNode list = this.postmark.get("/messages/outbound/opens?count=9&offset=0").json();
		assertThat(this.postmark.get("/messages/outbound/opens/" + id + "?count=9&offset=0").json()).isEqualTo(list);
		assertThat(((ObjectNode) list.at("/Opens/0")).remove("ReceivedAt").isString()).isTrue();
		assertThat(list).isEqualTo(Postmark.json("""
				{ "TotalCount": 1, "Opens": [ { "RecordType": "Open", "FirstOpen": true,
				  "Client": { "Name": "Apple Mail", "Company": "Apple", "Family": "Mail" },
				  "OS": { "Name": "iOS 19", "Family": "iOS" }, "Platform": "Mobile", "UserAgent": "Mozilla/5.0",
				  "Geo": { "Country": "Austria", "Region": "Wien", "City": "Vienna" }, "MessageID": "%s",
				  "MessageStream": "outbound", "Tag": "order", "Recipient": "ann@mail.example" } ] }""".formatted(id)));
	}

	@Test
	void showsTheFirstClickOnEachLink() {
		String id = send();
		this.postmark.emulator().control().click(id, "ann@mail.example", "https://shop.example/1", true, VISITOR);
		this.postmark.emulator().control().click(id, "ann@mail.example", "https://shop.example/1", false, VISITOR);
		this.postmark.emulator().control().click(id, "ann@mail.example", "https://shop.example/2", false, VISITOR);
		JsonNode list = this.postmark.get("/messages/outbound/clicks?count=9&offset=0").json();
		assertThat(list.get("TotalCount").asInt()).isEqualTo(2);
		assertThat(list.at("/Clicks/0/OriginalLink").asString()).isEqualTo("https://shop.example/2");
		assertThat(list.at("/Clicks/0/ClickLocation").asString()).isEqualTo("Text");
		assertThat(list.at("/Clicks/1/ClickLocation").asString()).isEqualTo("HTML");
		assertThat(this.postmark.get("/messages/outbound/clicks/" + id + "?count=9&offset=0").json()).isEqualTo(list);
	}

	@Test
	void tellsOpensAndClicksAmongTheEventsOfTheMessage() {
		String id = send();
		this.postmark.emulator().control().open(id, "ann@mail.example", VISITOR);
		this.postmark.emulator().control().click(id, "ann@mail.example", "https://shop.example/1", true, VISITOR);
		JsonNode events = this.postmark.get("/messages/outbound/" + id + "/details").json().get("MessageEvents");
		assertThat(events.valueStream().map((event) -> event.get("Type").asString())).containsExactly("Delivered",
				"Opened", "LinkClicked");
		assertThat(events.get(2).get("Details")).isEqualTo(Postmark.json("""
				{ "Summary": "Mail on Mobile", "Link": "https://shop.example/1", "ClickLocation": "HTML" }"""));
	}

	@ParameterizedTest
	@CsvSource({ "recipient=ANN@mail.example,1", "recipient=x,0", "tag=order,1", "tag=x,0", "client_name=Apple+Mail,1",
			"client_company=apple,1", "client_family=Mail,1", "client_family=x,0", "os_name=ios+19,1", "os_company=x,0",
			"os_family=iOS,1", "platform=mobile,1", "platform=Desktop,0", "country=Austria,1", "region=wien,1",
			"city=Vienna,1", "city=Graz,0", "messagestream=outbound,1", "messagestream=broadcast,0" })
	void filters(String query, int found) {
		String id = send();
		this.postmark.emulator().control().open(id, "ann@mail.example", VISITOR);
		this.postmark.emulator().control().click(id, "ann@mail.example", "https://shop.example/1", true, VISITOR);
		for (String kind : new String[] { "opens", "clicks" }) {
			assertThat(this.postmark.get("/messages/outbound/" + kind + "?count=9&offset=0&" + query)
				.json()
				.get("TotalCount")
				.asInt()).isEqualTo(found);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "opens", "clicks" })
	void refusesBadPagingAndUnknownMessages(String kind) {
		String path = "/messages/outbound/" + kind;
		assertThat(this.postmark.get(path).error()).isEqualTo("422/700");
		assertThat(this.postmark.get(path + "?count=500&offset=9501").error()).isEqualTo("422/700");
		assertThat(this.postmark.get(path + "/x?count=1&offset=0").error()).isEqualTo("422/701");
		assertThat(this.postmark.get(path + "/" + send()).error()).isEqualTo("422/700");
	}

	@Test
	void knowsNobodyElseThanTheRecipients() {
		String id = send();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.postmark.emulator().control().open(id, "bob@mail.example", VISITOR));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.postmark.emulator().control().open("x", "ann@mail.example", VISITOR));
	}

	private String send() {
		return this.postmark.accepted("""
				{ "From": "a@b.example", "To": "ann@mail.example", "HtmlBody": "x", "Tag": "order" }""");
	}

}
