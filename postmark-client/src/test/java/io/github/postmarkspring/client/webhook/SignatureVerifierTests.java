package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookVerification.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.client.webhook.WebhookVerification.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Standard Webhooks and Svix. The signatures were made with OpenSSL and with Python.
 */
class SignatureVerifierTests {

	private static final String KEY = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

	private static final String SECOND_KEY = "whsec_ZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4Q=";

	/** The shortest that there may be, and shown without its prefix. */
	private static final String THIRD_KEY = "ZXhhY3RseS0yNC1ieXRlcy1vZi1rZXkh";

	private static final String BODY = "{\"RecordType\":\"Bounce\",\"ID\":42}";

	private static final String TIMESTAMP = "1764000000";

	private static final String SIGNATURE = "v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=";

	private static final String SECOND_SIGNATURE = "v1,cp1cvfHneULIpVbk4Ta78j7m/bu7l3qvHv9Vm7jhK/c=";

	private static final String THIRD_SIGNATURE = "v1,ucjiasuHAchGBH1yjj21A6Un6Ka4C2Py2BKFQVBG7qs=";

	private static final WebhookVerification WRONG = rejected("signature-wrong");

	@Test
	void aSignedRequestIsAcceptedWithWhatTellsAReplay() {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, SIGNATURE)).isEqualTo(new Accepted(false, "msg_1.1764000000"));
	}

	@Test
	void svixSendsTheSameUnderOtherNames() {
		WebhookVerifier svix = verifier(SignatureScheme.svix(), TIMESTAMP, List.of(KEY));
		assertThat(svix.verify(
				Requests.withBody(BODY, "Svix-Id", "msg_1", "svix-timestamp", TIMESTAMP, "SVIX-SIGNATURE", SIGNATURE)))
			.isEqualTo(new Accepted(false, "msg_1.1764000000"));
		assertThat(svix.verify(signed(BODY, "msg_1", TIMESTAMP, SIGNATURE))).isEqualTo(rejected("signature-missing"));
		assertThat(svix.name()).isEqualTo("signature-svix");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { SIGNATURE + "|false", SECOND_SIGNATURE + "|true", THIRD_SIGNATURE + "|true" })
	void eachLiveKeyIsAcceptedAndAnOlderOneSaidToBeOlder(String signature, boolean older) {
		WebhookVerifier rotating = verifier(SignatureScheme.standardWebhooks(), TIMESTAMP,
				List.of(KEY, SECOND_KEY, THIRD_KEY));
		assertThat(rotating.verify(signed(BODY, "msg_1", TIMESTAMP, signature)))
			.isEqualTo(new Accepted(older, "msg_1.1764000000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { SECOND_SIGNATURE + " " + SIGNATURE, SIGNATURE + " " + SECOND_SIGNATURE,
			"v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + SIGNATURE,
			"v2,abc " + SIGNATURE, "v1,!!! " + SIGNATURE, SIGNATURE + "  v1,", "nonsense " + SIGNATURE })
	void oneOfSeveralSignaturesIsEnoughAndWhatIsNotUnderstoodIsPassedOver(String signatures) {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, signatures)).isEqualTo(new Accepted(false, "msg_1.1764000000"));
	}

	@Test
	void theNumberOfSignaturesIsBounded() {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, "v1,QQ== ".repeat(15) + SIGNATURE)).isInstanceOf(Accepted.class);
		assertThat(verify(BODY, "msg_1", TIMESTAMP, "v1,QQ== ".repeat(16) + SIGNATURE))
			.isEqualTo(rejected("signature-malformed"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			another value|{"RecordType":"Bounce","ID":43}
			another order|{"ID":42,"RecordType":"Bounce"}
			spaces|{"RecordType": "Bounce", "ID": 42}
			an escape|{"RecordType":"Bounc\\u0065","ID":42}
			a line break behind|{"RecordType":"Bounce","ID":42}\\n
			nothing|''
			""")
	void aBodyThatIsNotTheSameBytesIsRefused(String what, String body) {
		assertThat(verify(body.replace("\\n", "\n"), "msg_1", TIMESTAMP, SIGNATURE)).as(what).isEqualTo(WRONG);
	}

	@Test
	void anIdOrATimestampThatWasNotSignedIsRefused() {
		assertThat(verify(BODY, "msg_2", TIMESTAMP, SIGNATURE)).isEqualTo(WRONG);
		assertThat(verify(BODY, "msg_1", "1764000001", SIGNATURE)).isEqualTo(WRONG);
		assertThat(verify(BODY, "msg_1", "01764000000", SIGNATURE)).isEqualTo(WRONG);
	}

	@Test
	void theTimestampIsSignedAsItWasWritten() {
		assertThat(verify(BODY, "msg_1", "01764000000", "v1,b6UA9I51hTBRCW3yzV7+YleZ44QmLoMzWT+VLN8IQAk="))
			.isInstanceOf(Accepted.class);
	}

	@Test
	void theBytesCountWhateverTheyAre() {
		assertThat(verify("{\"RecordType\":\"Bounce\",\"Name\":\"Zoë 山田 🚀\"}", "msg_1", TIMESTAMP,
				"v1,+510KGVwsAJW8fdkUCo0rabVxtvcmkzVmATbU9k3Oek="))
			.isInstanceOf(Accepted.class);
		assertThat(verify("", "msg_1", TIMESTAMP, "v1,RNDOxN//iqwgcDqdDRnEpg0d8jPPiU2KV7AOYTHLxts="))
			.isInstanceOf(Accepted.class);
		WebhookRequest binary = Requests
			.with("webhook-id", "msg_1", "webhook-timestamp", TIMESTAMP, "webhook-signature",
					"v1,gsDljlBIArhTiOF1EUnDJH3klasbs+0G9ExqcUSVyR4=")
			.withBody(new byte[] { (byte) 0xff, (byte) 0xfe, 0, 0x0d, 0x0a });
		assertThat(verifier(SignatureScheme.standardWebhooks(), TIMESTAMP, List.of(SECOND_KEY, KEY)).verify(binary))
			.isInstanceOf(Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=",
			"v2,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=", "v1a,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=",
			"V1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=", "v1=HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=",
			"v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng", "v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqnh=",
			"v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng==", "v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=,",
			"v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqng=\0", " ", "", "v1", "v1,", "v1, ", "v1,!",
			"v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPC", "v1,QQ==", "v1,HArivoD4dSQXlOm4Tjoi5WIbdeI1qTaikZBZNLPCqngA",
			"v1,MWMwYWUyYmU4MGY4NzUyNDE3OTRlOWI4NGUzYTIyZTU2MjFiNzVlMjM1YTkzNmEyOTE5MDU5MzRiM2MyYWE3OA==" })
	void aSignatureInAnotherVersionOrFormIsNone(String signature) {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, signature)).isEqualTo(rejected("signature-malformed"));
	}

	@Test
	void aSignatureOfAnotherKeyIsWrong() {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, SECOND_SIGNATURE)).isEqualTo(WRONG);
		assertThat(verify(BODY, "msg_1", TIMESTAMP, SECOND_SIGNATURE + " " + THIRD_SIGNATURE)).isEqualTo(WRONG);
	}

	@ParameterizedTest
	@CsvSource({ "1764000000, accepted", "1763999700, accepted", "1763999699, future", "1764000300, accepted",
			"1764000301, stale", "0, future", "4102444800, stale" })
	void theTimeMayBeOffByTheToleranceInBothWaysAndNoMore(String now, String outcome) {
		WebhookVerification expected = switch (outcome) {
			case "stale" -> rejected("timestamp-stale");
			case "future" -> rejected("timestamp-in-future");
			default -> new Accepted(false, "msg_1.1764000000");
		};
		assertThat(verifier(SignatureScheme.standardWebhooks(), now, List.of(KEY))
			.verify(signed(BODY, "msg_1", TIMESTAMP, SIGNATURE))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "0, v1,2EqNORYJnD3YLxKzfKKPizM5dbCxqyn5uSKoPiHkk4k=, stale",
			"999999999999, v1,NeiHgNJ16HrIGUqfxsa5jcqawUsqIOJ9ohB8ACFvuFM=, in-future" })
	void aTimeFarAwayOverflowsNothing(String timestamp, String version, String signature, String outcome) {
		assertThat(verify(BODY, "msg_1", timestamp, version + "," + signature))
			.isEqualTo(rejected("timestamp-" + outcome));
		Clock farAway = Clock.fixed(Instant.MAX, ZoneOffset.UTC);
		assertThat(WebhookVerifier
			.signature(SignatureScheme.standardWebhooks(), () -> List.of(KEY), Duration.ofMinutes(5), farAway)
			.verify(signed(BODY, "msg_1", timestamp, version + "," + signature)))
			.isEqualTo(rejected("timestamp-stale"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			''|v1,mIIONmOTS4vvLQMbkUUENzHEUgo+9VmtHfSoP/iLmWU=
			+1764000000|v1,BZqdx55Au5nLBs4f8vFG+9dBiTC+ecvLdBoKmOqA5XU=
			 1764000000|v1,7jfmmqe0C1QRX6nZdCP1Q6Elxmi3owFedv2XRpUyvKM=
			1764000000\s|v1,1CYOTWzeXV7r0x468/5nasSGXLzxCTxtLOtwGCThw3k=
			1764000000.0|v1,koWRrBX/Ucvt6wj6ay2N6txKCavhlJ0e3srD6X2cfAo=
			-1|v1,5PyJnopXaNnFvgntUfb7vCJnHFIi5uLQHDaLRAN+b+U=
			9223372036854775808|v1,nXtp2vTCvrXWPZwEKKRKebveuRilIAJz44zxa9gLklg=
			1764000000000|v1,mZLT4fLYm257LaFPGGZd9Y5TgtUs6Koqjy7nISG7BN0=
			١٧٦٤٠٠٠٠٠٠|v1,eTWiFsKmr9FIGZoMfXSomhF9W6VQSiunzGYGkieGy3g=
			""")
	void aTimestampThatIsNotPlainDigitsIsRefusedEvenIfItWasSignedLikeThat(String timestamp, String signature) {
		assertThat(verify(BODY, "msg_1", timestamp, signature)).isEqualTo(rejected("timestamp-malformed"));
	}

	@Test
	void anIdIsShortAndVisibleAndHasNoFullStop() {
		assertThat(verify(BODY, "m".repeat(256), TIMESTAMP, "v1,71x9ZMaShlthf4EA7FAjSGpbxjGQ5MrY0MRyG0WIGJg="))
			.isInstanceOf(Accepted.class);
		assertThat(verify(BODY, "m".repeat(257), TIMESTAMP, "v1,72JA2jZj0niARz1XKtetbbha2MTeJffrpgDsotGTqA0="))
			.isEqualTo(rejected("id-malformed"));
		assertThat(verify(BODY, "", TIMESTAMP, "v1,cxPs5+ovMZCQEme54jE9AiSlxhj3Zn2FkzMdX1C6kGM="))
			.isEqualTo(rejected("id-malformed"));
		assertThat(verify(BODY, "msg.1", TIMESTAMP, "v1,RT8zt/KJJHwUiYBWC0OViq7HMFRBQNrvefXUbvX+8oE="))
			.isEqualTo(rejected("id-malformed"));
		assertThat(verify(BODY, "msg 1", TIMESTAMP, SIGNATURE)).isEqualTo(rejected("id-malformed"));
		assertThat(verify(BODY, "msg_é", TIMESTAMP, SIGNATURE)).isEqualTo(rejected("id-malformed"));
		assertThat(verify(BODY, "msg\r\n1", TIMESTAMP, SIGNATURE)).isEqualTo(rejected("id-malformed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "timestamp", "signature" })
	void eachHeaderMustBeThereExactlyOnce(String header) {
		List<String> all = List.of("webhook-id", "msg_1", "webhook-timestamp", TIMESTAMP, "webhook-signature",
				SIGNATURE);
		int index = all.indexOf("webhook-" + header);
		List<String> without = new ArrayList<>(all);
		without.subList(index, index + 2).clear();
		assertThat(verify(without)).isEqualTo(rejected(header + "-missing"));
		List<String> twice = new ArrayList<>(all);
		twice.addAll(all.subList(index, index + 2));
		assertThat(verify(twice)).isEqualTo(rejected(header + "-repeated"));
	}

	@Test
	void aHeaderOfMoreThanAKibibyteIsRefused() {
		assertThat(verify(BODY, "msg_1", TIMESTAMP, SIGNATURE + " " + "v".repeat(1024)))
			.isEqualTo(rejected("signature-malformed"));
	}

	@Test
	void aBodyThatHasNotBeenReadIsRefusedAndNotTakenForAnEmptyOne() {
		WebhookVerifier verifier = verifier(SignatureScheme.standardWebhooks(), TIMESTAMP, List.of(KEY));
		assertThat(verifier.needsBody()).isTrue();
		assertThat(verifier.verify(Requests.with("webhook-id", "msg_1", "webhook-timestamp", TIMESTAMP,
				"webhook-signature", "v1,RNDOxN//iqwgcDqdDRnEpg0d8jPPiU2KV7AOYTHLxts=")))
			.isEqualTo(rejected("body-not-read"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whsec_", "whsec_ZXhhY3RseS0yMy1ieXRlcy1vZi1rZXk=",
			"whsec_no*Base64*but+long+enough+a+key=", "${SIGNING_KEY_OF_THE_RELAY_IN_FRONT}" })
	void aKeyThatIsNoneNeverMatches(String key) {
		assertThat(verifier(SignatureScheme.standardWebhooks(), TIMESTAMP, List.of(key))
			.verify(signed(BODY, "msg_1", TIMESTAMP, "v1,IIbWxwOe8EqsR6xWZ89MXQYJ1bB81hDD9X4Q7GbfiJc=")))
			.isEqualTo(rejected("secret-unusable"));
	}

	@Test
	void aToleranceThatIsNoneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> WebhookVerifier.signature(SignatureScheme.svix(), List::of, Duration.ZERO, Clock.systemUTC()));
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.signature(SignatureScheme.svix(),
				List::of, Duration.ofSeconds(-1), Clock.systemUTC()));
	}

	private static WebhookVerification verify(String body, String id, String timestamp, String signature) {
		return verifier(SignatureScheme.standardWebhooks(), TIMESTAMP, List.of(KEY))
			.verify(signed(body, id, timestamp, signature));
	}

	private static WebhookVerification verify(List<String> headers) {
		return verifier(SignatureScheme.standardWebhooks(), TIMESTAMP, List.of(KEY))
			.verify(Requests.withBody(BODY, headers.toArray(String[]::new)));
	}

	private static WebhookVerifier verifier(SignatureScheme scheme, String now, List<String> keys) {
		Clock clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(now)), ZoneOffset.UTC);
		return WebhookVerifier.signature(scheme, () -> keys, Duration.ofMinutes(5), clock);
	}

	private static WebhookRequest signed(String body, String id, String timestamp, String signature) {
		return Requests.withBody(body, "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature",
				signature);
	}

}
