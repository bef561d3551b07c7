package io.github.postmarkspring.client.webhook.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What nobody should post to a webhook.
 */
class HostileWebhookTests {

	private static final String NOT_JSON = "is not valid JSON";

	private static final String TWICE = "has a name that its object has already";

	private static final String TOO_LONG = "exceeds a limit: a name, a number or a text is too long, "
			+ "or there are too many of them";

	private final WebhookEventParser parser = new WebhookEventParser();

	static List<Arguments> bodies() {
		return List.of(Arguments.of("", "the body", "is empty"), Arguments.of(" \n\t", "the body", "is empty"),
				Arguments.of("null", "the body", "must be one JSON object"),
				Arguments.of("[]", "the body", "must be one JSON object"),
				Arguments.of("[" + Events.BOUNCE + "]", "the body", "must be one JSON object"),
				Arguments.of("\"secret\"", "the body", "must be one JSON object"),
				Arguments.of("5", "the body", "must be one JSON object"), Arguments.of("secret", "line 1, ", NOT_JSON),
				Arguments.of("{}", "/RecordType", "is missing, and it is no mail that came in"),
				Arguments.of("{ \"recordtype\": \"Bounce\", \"ID\": 1 }", "/RecordType",
						"is missing, and it is no mail that came in"),
				Arguments.of("{ \"RecordType\": null, \"MessageID\": \"secret\" }", "/RecordType",
						"is missing, and it is no mail that came in"),
				Arguments.of("{ \"MessageID\": null, \"From\": \"secret\" }", "/RecordType",
						"is missing, and it is no mail that came in"),
				Arguments.of(bounce("\"ID\": 2"), "line 1, column 49", TWICE),
				Arguments.of(bounce("\"\\u0049D\": 2"), "line 1, column 49", TWICE),
				Arguments.of(bounce("\"a\": { \"secret\": 1, \"b\": 2, \"secret\": 3 }"), "line 1, column 77", TWICE),
				Arguments.of(bounce("\"a\": [ [ { \"secret\": 1, \"secret\": 1 } ] ]"), "line 1, column 73", TWICE),
				Arguments.of(bounce("\"a\": 1") + " {}", "line 1, column 58",
						"must be one JSON object, and goes on after it"),
				Arguments.of(bounce("\"a\": 1") + bounce("\"a\": 1"), "line 1, column 57",
						"must be one JSON object, and goes on after it"),
				Arguments.of(bounce("\"a\": 1") + "]", "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": 1") + "secret", "line 1, ", NOT_JSON),
				Arguments.of("{ \"RecordType\": \"Bounce\", \"ID\": 1", "line 1, ", NOT_JSON),
				Arguments.of("{ \"RecordType\": \"Bou", "line 1, ", NOT_JSON),
				Arguments.of(bounce("secret: 1"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("'a': 1"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": 1,"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": NaN"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": 01"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("/* secret */ \"a\": 1"), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": \"se\ncret\""), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": \"se\0cret\""), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": \"\\x\""), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": \"\\u12\""), "line 1, ", NOT_JSON),
				Arguments.of(bounce("\"a\": " + nested(64)), "line 1, column 117", "is nested deeper than 64 levels"),
				Arguments.of(bounce("\"a\": " + "[".repeat(100_000)), "line 1, column 117",
						"is nested deeper than 64 levels"),
				Arguments.of(bounce("\"a\": " + "{\"a\":".repeat(100_000)), "line 1, column 369",
						"is nested deeper than 64 levels"),
				Arguments.of(bounce("\"a\": " + "9".repeat(401)), "line 1, ", TOO_LONG),
				Arguments.of(bounce("\"a\": 1." + "9".repeat(400)), "line 1, ", TOO_LONG),
				Arguments.of(bounce("\"a\": 1e" + "9".repeat(400)), "line 1, ", TOO_LONG),
				Arguments.of(bounce('"' + "secret".repeat(167) + "\": 1"), "line 1, ", TOO_LONG),
				Arguments.of(bounce("\"a\": [" + "0,".repeat(1_000_000) + "0]"), "line 1, ", TOO_LONG));
	}

	private static String bounce(String more) {
		return "{ \"RecordType\": \"Bounce\", \"Type\": \"T\", \"ID\": 1, " + more + " }";
	}

	private static String nested(int depth) {
		return "[".repeat(depth) + "]".repeat(depth);
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void isRefusedWithThePlaceAndWithoutItsContent(String body, String place, String problem) {
		refused(body.getBytes(StandardCharsets.UTF_8), place, problem);
	}

	private void refused(byte[] body, String place, String problem) {
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> this.parser.parse(body, "shop"))
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.problem()).isEqualTo(problem);
				assertThat(ex.location()).startsWith(place);
				assertThat(ex.getMessage()).doesNotContain("secret")
					.isEqualTo("What was posted to the webhook is not an event: " + ex.location() + " " + problem);
			});
	}

	@Test
	void sixtyFourLevelsAreNotTooDeep() {
		assertThat(this.parser.parse(bounce("\"a\": " + nested(63)).getBytes(StandardCharsets.UTF_8), "shop"))
			.isInstanceOf(BounceEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" })
	void anotherEncodingThanUtf8IsRefused(String encoding) {
		byte[] body = Events.BOUNCE.getBytes(Charset.forName(encoding));
		refused(body, (body[0] == 0) ? "byte 0" : "byte 1", "is not UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE" })
	void anotherEncodingWithAByteOrderMarkIsRefused(String encoding) {
		refused(("\uFEFF" + Events.BOUNCE).getBytes(Charset.forName(encoding)), "byte ", "is not UTF-8");
	}

	@Test
	void aByteOrderMarkIsRefused() {
		refused(("\uFEFF" + Events.BOUNCE).getBytes(StandardCharsets.UTF_8), "byte 0", "starts with a byte order mark");
	}

	static List<byte[]> notUtf8() {
		return List.of(bytes(0x80), bytes(0xC3), bytes(0xC0, 0xAF), bytes(0xE0, 0x80, 0xAF), bytes(0xED, 0xA0, 0x80),
				bytes(0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80), bytes(0xF4, 0x90, 0x80, 0x80), bytes(0xF0, 0x80, 0x80, 0xAF),
				bytes(0xFE), bytes(0xFF));
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	@ParameterizedTest
	@MethodSource("notUtf8")
	void bytesThatAreNotUtf8AreRefusedInAnyTextEvenOneThatIsIgnored(byte[] bytes) {
		for (String field : new String[] { "Subject", "Ignored", "Content" }) {
			refused(withBytes(bounce("\"" + field + "\": \"" + "é".repeat(5000) + "#\""), bytes), "byte ",
					"is not UTF-8");
		}
	}

	private static byte[] withBytes(String json, byte[] bytes) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(json.substring(0, json.indexOf('#')).getBytes(StandardCharsets.UTF_8));
		body.writeBytes(bytes);
		body.writeBytes(json.substring(json.indexOf('#') + 1).getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	@Test
	void textThatIsUnusualAndRightIsRead() {
		String subject = "\\u0000 \\uD83D\\uDE00 \uD83D\uDE00 \\\\ud83d \uFFFD \uFEFF \\u00e9é";
		BounceEvent event = (BounceEvent) this.parser
			.parse(bounce("\"Subject\": \"" + subject + "\"").getBytes(StandardCharsets.UTF_8), "shop");
		assertThat(event.subject()).isEqualTo("\0 \uD83D\uDE00 \uD83D\uDE00 \\ud83d \uFFFD \uFEFF éé");
	}

	@Test
	void theServerIsNamedByTheCaller() {
		byte[] body = Events.BOUNCE.getBytes(StandardCharsets.UTF_8);
		assertThatIllegalArgumentException().isThrownBy(() -> this.parser.parse(body, " "))
			.withMessageContaining("'server'");
	}

	/**
	 * Somebody cut the subject in the middle of an emoji: no reason to lose the event.
	 */
	@Test
	void halfACharacterIsReadAsItCame() {
		BounceEvent event = (BounceEvent) new WebhookEventParser()
			.parse(bounce("\"Subject\": \"Tea \\ud83d\"").getBytes(StandardCharsets.UTF_8), "default");

		assertThat(event.subject()).isEqualTo("Tea \uD83D");
	}

}
