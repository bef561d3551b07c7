package io.github.postmarkspring.client.webhook.event;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;

import io.github.postmarkspring.client.bounce.BounceType;
import io.github.postmarkspring.client.outbound.Client;
import io.github.postmarkspring.client.outbound.ClickLocation;
import io.github.postmarkspring.client.outbound.Geo;
import io.github.postmarkspring.client.outbound.Platform;
import io.github.postmarkspring.client.suppression.SuppressionOrigin;
import io.github.postmarkspring.client.suppression.SuppressionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookEventParserTests {

	private static final Client UNKNOWN_CLIENT = new Client("unknown", "unknown", "unknown");

	private final WebhookEventParser parser = new WebhookEventParser();

	private WebhookEvent parse(String json) {
		return this.parser.parse(json.getBytes(StandardCharsets.UTF_8), "shop");
	}

	@Test
	void aBounceIsReadWithAllItsFields() {
		assertThat(parse(Events.BOUNCE)).isEqualTo(new BounceEvent("shop", 4302117755L, BounceType.HARD_BOUNCE, 1,
				"Hard bounce", "outbound", Events.ID, 9001L, "order", Map.of("orderId", "42"),
				"Mailbox does not exist.", "smtp;550 5.1.1 no such user", "ann@mail.example", "orders@shop.example",
				OffsetDateTime.parse("2026-11-02T09:15:41.5070259Z"), true, true, true, "Order 42", null));
	}

	@Test
	void aBounceIsReadWithItsContentWhereThatIsIncluded() {
		BounceEvent event = (BounceEvent) parse(
				Events.BOUNCE.replace("\"Subject\"", "\"Content\": \"Return-Path: <>\\r\\n\\r\\nHi\", \"Subject\""));
		assertThat(event.content()).isEqualTo("Return-Path: <>\r\n\r\nHi");
	}

	@Test
	void aComplaintIsReadWithAllItsFields() {
		assertThat(parse(Events.COMPLAINT))
			.isEqualTo(new SpamComplaintEvent("shop", 4302117999L, BounceType.SPAM_COMPLAINT, 100001, "Spam complaint",
					"broadcast", "77c1a2f0-13b9-4b1f-8a51-0f5f1d2c3b4a", 9001L, "news", Map.of(),
					"Recipient reported spam.", "feedback report", "bob@mail.example", "news@shop.example",
					OffsetDateTime.parse("2026-11-03T11:00:00.0000001Z"), true, true, false, "November news", null));
	}

	@Test
	void aDeliveryIsReadWithAllItsFields() {
		assertThat(parse(Events.DELIVERY)).isEqualTo(new DeliveryEvent("shop", "outbound", Events.ID,
				"ann@mail.example", 9001L, "order", Map.of("orderId", "42"),
				OffsetDateTime.parse("2026-11-02T09:15:33.31Z"), "250 2.0.0 queued as 1A2B3C"));
	}

	@Test
	void anOpenIsReadWithAllItsFields() {
		assertThat(parse(Events.OPEN)).isEqualTo(new OpenEvent("shop", "outbound", Events.ID, "ann@mail.example",
				"order", Map.of("orderId", "42"), OffsetDateTime.parse("2026-11-02T10:02:11.000123Z"),
				"ExampleAgent/1.0", Platform.WEB_MAIL, new Client("Gmail", "Google", "Gmail"), UNKNOWN_CLIENT,
				new Geo(null, null, null, null, null, null, null, null), true, 4));
	}

	@Test
	void aClickIsReadWithAllItsFields() {
		assertThat(parse(Events.CLICK)).isEqualTo(
				new ClickEvent("shop", "outbound", Events.ID, "ann@mail.example", "order", Map.of("orderId", "42"),
						OffsetDateTime.parse("2026-11-02T10:03:00.441Z"), "ExampleAgent/1.0", Platform.DESKTOP,
						new Client("Firefox 140", "Mozilla", "Firefox"), new Client("Linux", "", "Linux"), new Geo("NL",
								"Netherlands", "UT", "Utrecht", "Utrecht", "3511", "52.0907,5.1214", "203.0.113.9"),
						ClickLocation.HTML, "https://shop.example/orders/42"));
	}

	@Test
	void aSubscriptionChangeIsReadWithAllItsFields() {
		assertThat(parse(Events.REACTIVATION))
			.isEqualTo(new SubscriptionChangeEvent("shop", "broadcast", null, "bob@mail.example", 9001L, null, Map.of(),
					OffsetDateTime.parse("2026-11-04T08:00:00Z"), SuppressionOrigin.CUSTOMER, false, null));
		assertThat(parse(Events.SUPPRESSION))
			.isEqualTo(new SubscriptionChangeEvent("shop", "broadcast", Events.ID, "bob@mail.example", 9001L, "news",
					Map.of("campaign", "nov"), OffsetDateTime.parse("2026-11-04T04:00:00.12-04:00"),
					SuppressionOrigin.RECIPIENT, true, SuppressionReason.MANUAL_SUPPRESSION));
	}

	@Test
	void anErrorOfTheSmtpApiIsABounce() {
		assertThat(parse(Events.SMTP_API_ERROR)).isEqualTo(new BounceEvent("shop", 4302118001L,
				BounceType.SMTP_API_ERROR, 100007, "SMTP API error", "outbound", "d2a9b6c4-90d7-4f0f-b8a2-6d3e5b7a1c22",
				9001L, null, Map.of(), "The SMTP message could not be processed.", "406 inactive recipient",
				"gone@mail.example", "orders@shop.example", OffsetDateTime.parse("2026-11-05T07:07:07.70707Z"), false,
				false, false, "Order 43", null));
	}

	@Test
	void aBounceWithoutAlmostEverythingIsReadAllTheSame() {
		BounceEvent event = (BounceEvent) parse("""
				{ "Description": "Unsubscribe request", "ID": 4302118002, "MessageID": "m", "MessageStream": "outbound",
				  "Name": "Unsubscribe", "RecordType": "Bounce", "ServerID": 9001, "Tag": "", "Type": "Unsubscribe",
				  "TypeCode": 16 }""");
		assertThat(event).isEqualTo(
				new BounceEvent("shop", 4302118002L, BounceType.UNSUBSCRIBE, 16, "Unsubscribe", "outbound", "m", 9001L,
						null, Map.of(), "Unsubscribe request", null, null, null, null, null, null, null, null, null));
		assertThat(parse("{ \"RecordType\": \"Bounce\", \"ID\": 1, \"Type\": \"Brandnew\" }"))
			.isEqualTo(new BounceEvent("shop", 1, new BounceType("Brandnew"), null, null, null, null, null, null,
					Map.of(), null, null, null, null, null, null, null, null, null, null));
	}

	@Test
	void anEventOfANewTypeIsKeptAsItWasPosted() {
		String json = "{ \"RecordType\": \"Reply\", \"MessageID\": \"m\", \"MessageStream\": \"outbound\", "
				+ "\"Tag\": \"t\", \"Metadata\": { \"a\": \"é\", \"n\": 5 }, \"Geo\": 7, \"From\": \"x\" }";
		assertThat(parse(json))
			.isEqualTo(new UnknownEvent("shop", "Reply", "outbound", "m", "t", Map.of("a", "é"), json));
		String odd = "{ \"RecordType\": \"Reply\", \"MessageID\": {}, \"MessageStream\": 1, \"Tag\": [], \"Metadata\": \"x\" }";
		assertThat(parse(odd)).isEqualTo(new UnknownEvent("shop", "Reply", null, null, null, Map.of(), odd));
	}

	@Test
	void theNameOfTheServerIsNeverTakenFromWhatWasPosted() {
		for (String forged : new String[] { "\"other\"", "null", "{ \"a\": [ 1 ] }", "5" }) {
			String json = Events.DELIVERY.replaceFirst("\\{", "{ \"server\": " + forged + ",");
			assertThat(parse(json)).isEqualTo(parse(Events.DELIVERY));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"ServerID": 9001           | "ServerId": 9001
			"ServerID": 9001           | "ServerID": "9001"
			"TypeCode": 1              | "TypeCode": "1"
			"ID": 4302117755           | "ID": "4302117755"
			"Inactive": true           | "Inactive": "true"
			"Tag": "order"             | "New": { "Deep": [ 1, { "ID": 2 } ] }, "Tag": "order"
			"MessageStream": "outbound" | "MessageStream" : "\\u006futbound", "Old": null
			"Type": "HardBounce"       | "Type": "hardbounce"
			"RecordType": "Bounce",    | "x": 1e999999, "RecordType": "Bounce",
			"orderId": "42"            | "orderId": 42
			"orderId": "42"            | "orderId": "42", "none": null
			""")
	void whatPostmarkWritesDifferentlyIsReadAlike(String usual, String variant) {
		BounceEvent expected = (BounceEvent) parse(Events.BOUNCE);
		assertThat(Events.BOUNCE).contains(usual);
		BounceEvent event = (BounceEvent) parse(Events.BOUNCE.replace(usual, variant));
		assertThat(event).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TypeCode", "ServerID", "Tag", "Metadata", "BouncedAt", "DumpAvailable", "Inactive",
			"CanActivate", "Email", "From", "Subject", "Content", "MessageID", "MessageStream", "Details" })
	void anythingThatIsOptionalMayBeNull(String field) {
		String json = "{ \"RecordType\": \"Bounce\", \"ID\": 1, \"Type\": \"HardBounce\", \"" + field + "\": null }";
		assertThat(parse(json)).isEqualTo(parse("{ \"RecordType\": \"Bounce\", \"ID\": 1, \"Type\": \"HardBounce\" }"));
	}

	@Test
	void aDateThatCannotBeReadIsNoDate() {
		DeliveryEvent event = (DeliveryEvent) parse(Events.DELIVERY.replace("2026-11-02T09", "yesterday"));
		assertThat(event.deliveredAt()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Bounce, ID", "Bounce, Type", "SpamComplaint, ID", "SpamComplaint, Type", "Delivery, MessageID",
			"Delivery, Recipient", "Open, MessageID", "Open, Recipient", "Click, MessageID", "Click, Recipient",
			"Click, OriginalLink", "SubscriptionChange, Recipient", "SubscriptionChange, SuppressSending" })
	void anEventWithoutWhatItIsAboutIsRefused(String recordType, String field) {
		String json = Events.ALL.get(recordType);
		for (String replaced : new String[] { json.replace('"' + field + '"', "\"Other\""),
				json.replaceFirst('"' + field + "\": (\"[^\"]*\"|[^,]+)", '"' + field + "\": null") }) {
			assertThat(replaced).isNotEqualTo(json);
			assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> parse(replaced))
				.withMessage("What was posted to the webhook is not an event: /" + field + " is missing")
				.satisfies((ex) -> assertThat(ex.location()).isEqualTo("/" + field));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					Bounce | "ID": 4302117755 | "ID": "secret" | /ID must be a whole number of at most 64 bits
					Bounce | "ID": 4302117755 | "ID": "" | /ID must be a whole number of at most 64 bits
					Bounce | "ID": 4302117755 | "ID": 1.5 | /ID must be a whole number of at most 64 bits
					Bounce | "ID": 4302117755 | "ID": 1e999999 | /ID must be a whole number of at most 64 bits
					Bounce | "ID": 4302117755 | "ID": 92233720368547758080 | /ID must be a whole number of at most 64 bits
					Bounce | "TypeCode": 1 | "TypeCode": 4302117755 | /TypeCode must be a whole number of at most 32 bits
					Bounce | "TypeCode": 1 | "TypeCode": {} | /TypeCode must be a whole number of at most 32 bits
					Bounce | "Type": "HardBounce" | "Type": [ "secret" ] | /Type must be text
					Bounce | "RecordType": "Bounce" | "RecordType": 5 | /RecordType must be text
					Bounce | "RecordType": "Bounce" | "RecordType": " " | /RecordType must be text
					Bounce | "Inactive": true | "Inactive": "secret" | /Inactive must be true or false
					Bounce | "Email": "ann@mail.example" | "Email": { "secret": 1 } | /Email must be text
					Bounce | { "orderId": "42" } | [ "secret" ] | /Metadata must be an object
					Bounce | { "orderId": "42" } | "secret" | /Metadata must be an object
					Bounce | { "orderId": "42" } | { "secret": {} } | /Metadata must be text
					Click | "City": "Utrecht" | "City": [] | /Geo/City must be text
					Click | "Platform": "Desktop" | "Platform": {} | /Platform must be text
					Open | "Geo": {} | "Geo": "secret" | /Geo must be an object
					Open | "ReadSeconds": 4 | "ReadSeconds": true | /ReadSeconds must be a whole number of at most 32 bits
					SubscriptionChange | "SuppressSending": false | "SuppressSending": {} | /SuppressSending must be true or false
					""")
	void aFieldOfTheWrongTypeIsRefusedByNameAndWithoutItsContent(String type, String usual, String wrong,
			String problem) {
		assertThat(Events.ALL.get(type)).contains(usual);
		String json = Events.ALL.get(type).replace(usual, wrong);
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> parse(json))
			.withMessage("What was posted to the webhook is not an event: " + problem)
			.withNoCause();
	}

	static Iterable<String> everyEvent() {
		return Events.ALL.values();
	}

	@ParameterizedTest
	@MethodSource("everyEvent")
	void theTextOfAnEventIsFitForALog(String json) {
		assertThat(parse(json).toString()).contains("server=shop", "Event[", "messageStream=")
			.doesNotContain("@", "mail.example", "orderId", "203.0.113.9", "Utrecht", "Order 42", "550",
					"shop.example");
	}

	@Test
	void theTextOfAnEventIsBoundedAndOneLine() {
		String id = "m\\nFAKE LOG LINE\\u2028" + "x".repeat(1_000_000);
		for (String type : new String[] { "Bounce", "Delivery" }) {
			String json = Events.ALL.get(type).replace(Events.ID, id);
			assertThat(parse(json).toString()).hasSizeLessThan(250).hasLineCount(1).contains("messageId=m FAKE");
		}
		String unknown = "{ \"RecordType\": \"" + id + "\", \"Secret\": \"content\" }";
		assertThat(parse(unknown).toString()).hasSizeLessThan(250)
			.hasLineCount(1)
			.contains("recordType=m FAKE")
			.doesNotContain("content");
		assertThat(parse(Events.BOUNCE)).hasToString("BounceEvent[server=shop, messageStream=outbound, messageId="
				+ Events.ID + ", id=4302117755, type=HardBounce]");
	}

	@ParameterizedTest
	@MethodSource("everyEvent")
	void whatAllEventsHaveIsThereOnEachOfThem(String json) {
		WebhookEvent event = parse(json);
		assertThat(json).contains("\"RecordType\": \"" + event.recordType() + '"')
			.contains("\"MessageStream\": \"" + event.messageStream() + '"');
		assertThat(event.server()).isEqualTo("shop");
		assertThat(event.metadata()).isUnmodifiable();
	}

	@ParameterizedTest
	@MethodSource("everyEvent")
	void anEventThatTheApplicationStoresAsJsonComesBackAsItWas(String json) {
		WebhookEvent event = parse(json);
		JsonMapper mapper = JsonMapper.builder().build();
		assertThat((Object) mapper.readValue(mapper.writeValueAsString(event), event.getClass())).isEqualTo(event);
	}

}
