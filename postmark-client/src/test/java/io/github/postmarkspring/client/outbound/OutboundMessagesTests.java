package io.github.postmarkspring.client.outbound;

import io.github.postmarkspring.client.page.Page;
import java.time.OffsetDateTime;
import java.util.Map;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.message.TrackLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutboundMessagesTests extends ResourceTests {

	private static final String FIELDS = """
			"Tag": "order", "MessageID": "m1", "MessageStream": "outbound",
			"To": [ { "Email": "ann@mail.example", "Name": null } ], "Cc": [], "Recipients": [ "ann@mail.example" ],
			"ReceivedAt": "2026-11-02T04:15:30.1234567-05:00", "From": "\\"Shop\\" <orders@shop.example>",
			"Subject": "Order 42", "Attachments": [ "note.txt" ], "Status": "Sent", "TrackOpens": false,
			"TrackLinks": "None", "Metadata": { "orderId": "42" }, "Sandboxed": false""";

	private static final String OPEN = """
			{ "RecordType": "Open", "MessageID": "m1", "MessageStream": "outbound", "Recipient": "ann@mail.example",
			  "ReceivedAt": "2026-11-02T09:20:00Z", "Tag": "order", "UserAgent": "Mozilla/5.0",
			  "Client": { "Name": "Mail 1", "Company": "Acme", "Family": "Mail" },
			  "OS": { "Name": "OS 1", "Company": "Acme", "Family": "OS" }, "Platform": "WebMail",
			  "Geo": { "CountryISOCode": "DE", "Country": "Germany", "RegionISOCode": "BE", "Region": "Berlin",
			    "City": "Berlin", "Zip": "10115", "Coords": "52.5,13.4", "IP": "203.0.113.9" },
			  "FirstOpen": true, "ReadSeconds": 4 }""";

	@Test
	void messagesAreLookedForByEverythingPostmarkKnows() {
		answers("{ \"TotalCount\": 1, \"Messages\": [ { " + FIELDS + " } ] }");
		Page<SentMessage> page = this.client.outboundMessages()
			.list(SentMessageQuery.create()
				.count(10)
				.recipient("ann@mail.example")
				.sender("orders@shop.example")
				.tag("a&b ü")
				.subject("Order 42?")
				.status(OutboundStatus.QUEUED)
				.messageStream("receipts")
				.metadata("{ö&Id}?", "{4}=2"));
		requested(
				"GET /messages/outbound?count=10&offset=0&recipient=ann%40mail.example&fromemail=orders%40shop.example"
						+ "&tag=a%26b%20%C3%BC&subject=Order%2042%3F&status=queued&messagestream=receipts"
						+ "&metadata_%7B%C3%B6%26Id%7D%3F=%7B4%7D%3D2");
		SentMessage message = page.items().get(0);
		assertThat(message.messageId()).isEqualTo("m1");
		assertThat(message.to()).containsExactly(new Recipient("ann@mail.example", null));
		assertThat(message.bcc()).isEmpty();
		assertThat(message.recipients()).containsExactly("ann@mail.example");
		assertThat(message.receivedAt()).isEqualTo(OffsetDateTime.parse("2026-11-02T04:15:30.1234567-05:00"));
		assertThat(message.from()).isEqualTo("\"Shop\" <orders@shop.example>");
		assertThat(message.attachments()).containsExactly("note.txt");
		assertThat(message.status()).isEqualTo(OutboundStatus.SENT);
		assertThat(message.trackLinks()).isEqualTo(TrackLinks.NONE);
		assertThat(message.metadata()).containsExactly(Map.entry("orderId", "42"));
		assertThat(message.sandboxed()).isFalse();
	}

	@Test
	void aMessageIsReadWithItsEvents() {
		answers("""
				{ "TextBody": "Thanks", "HtmlBody": "", "Body": "From: x", "MessageEvents": [
				  { "Recipient": "ann@mail.example", "Type": "Delivered", "ReceivedAt": "2026-11-02T04:15:33.31-05:00",
				    "Details": { "DeliveryMessage": "smtp;250 ok", "DestinationIP": "203.0.113.7", "BounceID": 7 } } ], """
				+ FIELDS + "}");
		SentMessageDetails details = this.client.outboundMessages().get("m1");
		requested("GET /messages/outbound/m1/details");
		assertThat(details.textBody()).isEqualTo("Thanks");
		assertThat(details.body()).isEqualTo("From: x");
		assertThat(details.events()).containsExactly(new MessageEvent("ann@mail.example", MessageEventType.DELIVERED,
				OffsetDateTime.parse("2026-11-02T04:15:33.31-05:00"),
				Map.of("DeliveryMessage", "smtp;250 ok", "DestinationIP", "203.0.113.7", "BounceID", "7")));
	}

	@Test
	void theRawMailIsRead() {
		answers("{ \"Body\": \"From: x\" }");
		assertThat(this.client.outboundMessages().dump("m1").body()).isEqualTo("From: x");
		requested("GET /messages/outbound/m1/dump");
	}

	@Test
	void opensAreLookedForByEverythingPostmarkKnows() {
		answers("{ \"TotalCount\": 1, \"Opens\": [ " + OPEN + " ] }");
		TrackingQuery query = TrackingQuery.create()
			.count(5)
			.recipient("ann@mail.example")
			.tag("order")
			.clientName("cn")
			.clientCompany("cc")
			.clientFamily("cf")
			.osName("on")
			.osCompany("oc")
			.osFamily("of")
			.platform(Platform.WEB_MAIL)
			.country("Germany")
			.region("Berlin")
			.city("Köln")
			.messageStream("outbound");
		Page<Open> page = this.client.outboundMessages().opens(query);
		requested("GET /messages/outbound/opens?count=5&offset=0&recipient=ann%40mail.example&tag=order&client_name=cn"
				+ "&client_company=cc&client_family=cf&os_name=on&os_company=oc&os_family=of&platform=WebMail"
				+ "&country=Germany&region=Berlin&city=K%C3%B6ln&messagestream=outbound");
		assertThat(page.items()).containsExactly(new Open("Open", "m1", "outbound", "ann@mail.example",
				OffsetDateTime.parse("2026-11-02T09:20:00Z"), "order", "Mozilla/5.0",
				new Client("Mail 1", "Acme", "Mail"), new Client("OS 1", "Acme", "OS"), Platform.WEB_MAIL,
				new Geo("DE", "Germany", "BE", "Berlin", "Berlin", "10115", "52.5,13.4", "203.0.113.9"), true, 4));
		answers("{ \"TotalCount\": 1, \"Opens\": [ { \"MessageID\": \"m1\" } ] }");
		assertThat(this.client.outboundMessages().opens("m1", MessageTrackingQuery.create().count(1)).items())
			.hasSize(1);
		requested("GET /messages/outbound/opens/m1?count=1&offset=0");
	}

	@Test
	void clicksAreLookedFor() {
		answers("""
				{ "TotalCount": 1, "Clicks": [ { "RecordType": "Click", "MessageID": "m1", "Recipient": "ann@mail.example",
				  "ReceivedAt": "not a date", "ClickLocation": "HTML", "OriginalLink": "https://shop.example/?a=b" } ] }""");
		Page<Click> page = this.client.outboundMessages().clicks(TrackingQuery.create().tag("order"));
		requested("GET /messages/outbound/clicks?count=500&offset=0&tag=order");
		Click click = page.items().get(0);
		assertThat(click.location()).isEqualTo(ClickLocation.HTML);
		assertThat(click.originalLink()).isEqualTo("https://shop.example/?a=b");
		assertThat(click.receivedAt()).isNull();
		assertThat(click.geo()).isNull();
		this.postmark.received().clear();
		this.client.outboundMessages().clicks("m1", MessageTrackingQuery.create().offset(3));
		requested("GET /messages/outbound/clicks/m1?count=500&offset=3");
	}

	@Test
	void allOpensAndClicksAreStreamed() {
		answers("{ \"TotalCount\": 1, \"Opens\": [ " + OPEN + " ] }");
		assertThat(this.client.outboundMessages().streamOpens(TrackingQuery.create()).map(Open::messageId))
			.containsExactly("m1");
		answers("{ \"TotalCount\": 1, \"Clicks\": [ { \"MessageID\": \"m2\" } ] }");
		assertThat(this.client.outboundMessages().streamClicks(TrackingQuery.create()).map(Click::messageId))
			.containsExactly("m2");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "123456789012345678901" })
	void aMetadataKeyThatCannotBeOneIsRefused(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> SentMessageQuery.create().metadata(key, "v"))
			.withMessageContaining("'metadata'");
	}

	@Test
	void oneMetadataKeyIsTaken() {
		SentMessageQuery query = SentMessageQuery.create().metadata("12345678901234567890", "v");
		assertThatIllegalArgumentException().isThrownBy(() -> query.metadata("other", "v"))
			.withMessageContaining("'metadata'");
		assertThat(query.metadata("12345678901234567890", "w").parameters())
			.containsEntry("metadata_12345678901234567890", "w");
	}

	@Test
	void moreThanTenThousandOpensOrABlankIdAreRefusedBeforeAnyRequest() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.outboundMessages().opens(TrackingQuery.create().offset(9_501)))
			.withMessageContaining("'offset'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.outboundMessages().get(" "))
			.withMessageContaining("'messageId'");
		assertThat(this.postmark.received()).isEmpty();
	}

}
