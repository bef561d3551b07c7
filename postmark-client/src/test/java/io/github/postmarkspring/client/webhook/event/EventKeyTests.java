package io.github.postmarkspring.client.webhook.event;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventKeyTests {

	private static final List<String> EVENTS = List.of(Events.BOUNCE, Events.COMPLAINT, Events.DELIVERY, Events.OPEN,
			Events.CLICK, Events.REACTIVATION, Events.SUPPRESSION, Events.SMTP_API_ERROR, Events.INBOUND,
			Events.BOUNCE.replace("\"Bounce\"", "\"New\""));

	private final WebhookEventParser parser = new WebhookEventParser();

	static List<String> events() {
		return EVENTS;
	}

	private EventKey key(String json, @Nullable String traceId) {
		return key("shop", json, traceId);
	}

	private EventKey key(String server, String json, @Nullable String traceId) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		return EventKey.of(this.parser.parse(body, server), body, traceId);
	}

	@ParameterizedTest
	@MethodSource("events")
	void aKeyHasOneLengthAndShowsNoAddress(String json) {
		assertThat(key(json, null).value()).matches("[0-9a-f]{64}");
		assertThat(key(json, "ann@mail.example").value()).matches("[0-9a-f]{64}");
	}

	@ParameterizedTest
	@MethodSource("events")
	void anEventThatIsPostedAgainHasTheSameKeyInAnyInstance(String json) {
		assertThat(key(json, null)).isEqualTo(new EventKeyTests().key(json, null));
		assertThat(key(json, "t-1")).isEqualTo(new EventKeyTests().key(json, " t-1 "));
	}

	@Test
	void aKeyStaysWhatItIsFromVersionToVersion() {
		assertThat(key(Events.DELIVERY, null))
			.hasToString("ea9cbb10ad6b1947cd441f7e31f5a0ee1d6c0fd1b2ea8ea3a9eb923a00fae047");
		assertThat(key(Events.DELIVERY, "t-1"))
			.hasToString("140d531b62cdd04e4e942b288b570e8d2fff20d8c877004279ff8e91911bb259");
	}

	@Test
	void differentEventsHaveDifferentKeys() {
		Set<EventKey> keys = new HashSet<>();
		for (String json : EVENTS) {
			assertThat(keys.add(key(json, null))).isTrue();
			assertThat(keys.add(key("other", json, null))).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Bounce | 4302117755 | 4302117756
			Bounce | "HardBounce" | "SoftBounce"
			SpamComplaint | 4302117999 | 4302117998
			Delivery | 3f2a7c1d9e10 | 3f2a7c1d9e11
			Delivery | ann@ | bob@
			Delivery | 09:15:33.31Z | 09:15:33.32Z
			Open | 3f2a7c1d9e10 | 3f2a7c1d9e11
			Open | ann@ | bob@
			Open | 10:02:11.000123Z | 10:02:11.000124Z
			Click | ann@ | bob@
			Click | 10:03:00.441 | 10:03:00.442
			Click | /orders/42" | /orders/43"
			SubscriptionChange | "broadcast" | "other"
			SubscriptionChange | bob@ | ann@
			SubscriptionChange | 08:00:00Z | 08:00:01Z
			SubscriptionChange | "SuppressSending": false | "SuppressSending": true
			""")
	void whatTellsTwoEventsApartIsInTheKey(String type, String one, String other) {
		String json = Events.ALL.get(type);
		assertThat(json).contains(one);
		assertThat(key(json.replace(one, other), null)).isNotEqualTo(key(json, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Bounce | "Inactive": true | "Inactive": false
			Delivery | "Tag": "order" | "Tag": null
			Delivery | 09:15:33.31Z | 05:15:33.3100-04:00
			Open | "ReadSeconds": 4 | "ReadSeconds": 5
			Click | "City": "Utrecht" | "City": "Zeist"
			""")
	void whatDoesNotTellEventsApartIsNotInTheKey(String type, String one, String other) {
		String json = Events.ALL.get(type);
		assertThat(json).contains(one);
		String zoned = other.startsWith("05:") ? json.replace("2026-11-02T09:15:33.31Z", "2026-11-02T" + other)
				: json.replace(one, other);
		assertThat(zoned).isNotEqualTo(json);
		assertThat(key(zoned, null)).isEqualTo(key(json, null));
	}

	@Test
	void twoEventsWithoutATimeAreNotTakenForOne() {
		String first = Events.OPEN.replace("2026-11-02T10:02:11.000123Z", "?");
		String second = first.replace("\"ReadSeconds\": 4", "\"ReadSeconds\": 5");
		assertThat(key(first, null)).isEqualTo(key(first, null)).isNotEqualTo(key(second, null));
		assertThat(key(first.replace(Events.ID, ""), null)).isNotEqualTo(key(second.replace(Events.ID, ""), null));
	}

	@Test
	void partsDoNotRunIntoEachOther() {
		String json = Events.DELIVERY.replace(Events.ID, "m").replace("ann@mail.example", "1a");
		String other = Events.DELIVERY.replace(Events.ID, "m1").replace("ann@mail.example", "a");
		assertThat(key(json, null)).isNotEqualTo(key(other, null));
		String unknown = "{ \"RecordType\": \"%s\" }";
		assertThat(key("a", unknown.formatted("bc"), "t")).isNotEqualTo(key("ab", unknown.formatted("c"), "t"));
		assertThat(key("a", unknown.formatted("b"), "ct")).isNotEqualTo(key("a", unknown.formatted("bc"), "t"));
	}

	@Test
	void theTraceIdComesFirstAndCountsPerServerAndType() {
		EventKey key = key(Events.OPEN, "t-1");
		assertThat(key).isNotEqualTo(key(Events.OPEN, null));
		assertThat(key).isNotEqualTo(key(Events.OPEN, "t-2"));
		assertThat(key).isNotEqualTo(key(Events.CLICK, "t-1"));
		assertThat(key).isNotEqualTo(key("other", Events.OPEN, "t-1"));
		assertThat(key).isEqualTo(key(Events.OPEN.replace("000123Z", "000124Z"), "t-1"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "a b", "a\nb", "a\u0000", "é", "a\u007F" })
	void aTraceIdThatIsNoneCountsForNothing(@Nullable String traceId) {
		assertThat(key(Events.OPEN, traceId)).isEqualTo(key(Events.OPEN, null));
	}

	@Test
	void aTraceIdHasABound() {
		assertThat(key(Events.OPEN, "t".repeat(200))).isNotEqualTo(key(Events.OPEN, null));
		assertThat(key(Events.OPEN, "t".repeat(201))).isEqualTo(key(Events.OPEN, null));
	}

}
