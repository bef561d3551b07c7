package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.postmarkspring.client.webhook.SignatureScheme.Algorithm;
import io.github.postmarkspring.client.webhook.SignatureScheme.Encoding;
import io.github.postmarkspring.client.webhook.WebhookVerification.Accepted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.client.webhook.WebhookVerification.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Hookdeck, and what gateways make of their own. The signatures were made with OpenSSL
 * and with Python.
 */
class PlainSchemeTests {

	private static final String KEY = "relay-key-with-24-bytes!!";

	private static final String SECOND_KEY = "another-relay-key-of-the-relay";

	private static final String BODY = "{\"RecordType\":\"Bounce\",\"ID\":42}";

	private static final String HOOKDECK = "ajBkNvJBKBRslNM6vEg4G2jDKlZvPtrazr65tvW+t7c=";

	private static final String SECOND_HOOKDECK = "H9I+dJSDsgq7ZF3myTYeJ6x3aULytmxniEgNukN02G8=";

	private static final String HEX = "6a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7b7";

	private static final String TIMED_HEX = "ff05192f44e7fdd5f31e9bc898c0f5c7c9c804a2102545a7fc72a51aca38edb3";

	private static final String TIMED_512 = "KXEF3R5b7eaND5g2IfAAJRl6Wv+VNojRANm601mLVhaqyyxr9aKFaYcy7pURg9ueYJayvnZD5wNJTIYn0O2TjQ==";

	private static final String TIMESTAMP = "1764000000";

	@Test
	void hookdeckSignsTheBodyAndTellsNoReplay() {
		assertThat(hookdeck("x-hookdeck-signature", HOOKDECK)).isEqualTo(new Accepted(false, null));
		assertThat(hookdeck("X-Hookdeck-Signature", SECOND_HOOKDECK)).isEqualTo(new Accepted(true, null));
		assertThat(hookdeck()).isEqualTo(rejected("signature-missing"));
		assertThat(hookdeck("x-hookdeck-signature", HOOKDECK, "x-hookdeck-signature", HOOKDECK))
			.isEqualTo(rejected("signature-repeated"));
		assertThat(hookdeck("x-hookdeck-signature", HEX)).isEqualTo(rejected("signature-malformed"));
	}

	@Test
	void hookdeckSendsASecondSignatureWhileASecretIsRolled() {
		String unknown = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
		assertThat(hookdeck("x-hookdeck-signature", unknown, "x-hookdeck-signature-2", SECOND_HOOKDECK))
			.isEqualTo(new Accepted(true, null));
		assertThat(hookdeck("x-hookdeck-signature", unknown)).isEqualTo(rejected("signature-wrong"));
		assertThat(hookdeck("x-hookdeck-signature-2", HOOKDECK)).isEqualTo(rejected("signature-missing"));
		assertThat(hookdeck("x-hookdeck-signature", HOOKDECK, "x-hookdeck-signature-2", unknown,
				"x-hookdeck-signature-2", unknown))
			.isEqualTo(rejected("signature-repeated"));
	}

	@ParameterizedTest
	@CsvSource({ "SHA_256, HEX, sha256=, sha256=6a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7b7",
			"SHA_256, HEX, '', 6A306436F24128146C94D33ABC48381B68C32A566F3EDADACEBEB9B6F5BEB7B7",
			"SHA_256, BASE64, '', ajBkNvJBKBRslNM6vEg4G2jDKlZvPtrazr65tvW+t7c=",
			"SHA_512, HEX, v0=, v0=877f8e7e8708aaeb403205a88da5752950e6d1e162eb437e767c4eb5cd16448cf8f147bb73bdf607500543e266259bc41fe901bea64c10fc9c18db806c37af32" })
	void aGatewaySignsTheBodyInItsOwnWay(Algorithm algorithm, Encoding encoding, String prefix, String signature) {
		assertThat(generic(SignatureScheme.generic("X-Relay-Signature", algorithm, encoding, prefix, null), BODY,
				"x-relay-signature", signature))
			.isEqualTo(new Accepted(false, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { HEX, "SHA256=" + HEX, "sha256=" + HEX + "00", "sha256= " + HEX, "sha256=" + HEX + " ",
			"sha256=0x" + HEX, "sha512=" + HEX, "sha256=", "sha256", "", "sha256=" + HOOKDECK,
			"sha256=6a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7b",
			"sha256=6a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7",
			"sha256=6a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7bg",
			"sha256=６a306436f24128146c94d33abc48381b68c32a566f3edadacebeb9b6f5beb7b7", "sha256=" + HEX + "," + HEX })
	void aSignatureInAnotherFormIsNone(String signature) {
		SignatureScheme scheme = SignatureScheme.generic("X-Relay-Signature", Algorithm.SHA_256, Encoding.HEX,
				"sha256=", null);
		assertThat(generic(scheme, BODY, "X-Relay-Signature", signature)).isEqualTo(rejected("signature-malformed"));
	}

	@Test
	void aTamperedBodyIsRefused() {
		SignatureScheme scheme = SignatureScheme.generic("X-Relay-Signature", Algorithm.SHA_256, Encoding.HEX, "",
				null);
		assertThat(generic(scheme, BODY + " ", "X-Relay-Signature", HEX)).isEqualTo(rejected("signature-wrong"));
		assertThat(generic(scheme, TIMESTAMP + "." + BODY, "X-Relay-Signature", HEX))
			.isEqualTo(rejected("signature-wrong"));
	}

	@Test
	void withATimestampThatIsSignedTooAndAReplayIsTold() {
		assertThat(timed(TIMESTAMP, "X-Relay-Time", TIMESTAMP, "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(new Accepted(false, "1764000000.ff05192f44e7fdd5f31e9bc898c0f5c7"));
		assertThat(timed(TIMESTAMP, "X-Relay-Time", TIMESTAMP, "X-Relay-Signature", TIMED_HEX.toUpperCase()))
			.isEqualTo(new Accepted(false, "1764000000.ff05192f44e7fdd5f31e9bc898c0f5c7"));
		assertThat(timed(TIMESTAMP, "X-Relay-Time", TIMESTAMP, "X-Relay-Signature", HEX))
			.isEqualTo(rejected("signature-wrong"));
		assertThat(timed(TIMESTAMP, "X-Relay-Time", "1764000001", "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(rejected("signature-wrong"));
		assertThat(timed(TIMESTAMP, "X-Relay-Time", "+1764000000", "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(rejected("timestamp-malformed"));
		assertThat(timed(TIMESTAMP, "X-Relay-Signature", TIMED_HEX)).isEqualTo(rejected("timestamp-missing"));
		assertThat(
				timed(TIMESTAMP, "X-Relay-Time", TIMESTAMP, "x-relay-time", TIMESTAMP, "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(rejected("timestamp-repeated"));
		assertThat(timed("1764000301", "X-Relay-Time", TIMESTAMP, "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(rejected("timestamp-stale"));
		assertThat(timed("1763999699", "X-Relay-Time", TIMESTAMP, "X-Relay-Signature", TIMED_HEX))
			.isEqualTo(rejected("timestamp-in-future"));
	}

	@Test
	void sha512WithATimestampInBase64() {
		SignatureScheme scheme = SignatureScheme.generic("X-Relay-Signature", Algorithm.SHA_512, Encoding.BASE64, "",
				"X-Relay-Time");
		assertThat(generic(scheme, BODY, "X-Relay-Signature", TIMED_512, "X-Relay-Time", TIMESTAMP))
			.isEqualTo(new Accepted(false, "1764000000.297105dd1e5bede68d0f983621f00025"));
		assertThat(generic(scheme, BODY, "X-Relay-Signature", HOOKDECK, "X-Relay-Time", TIMESTAMP))
			.isEqualTo(rejected("signature-malformed"));
	}

	@ParameterizedTest
	@CsvSource({ "Authorization,", "'X Relay',", "Connection,", "X-Relay-Signature, x-relay-signature",
			"X-Relay-Signature, Date", "X-Relay-Signature, ''" })
	void headersThatCannotCarryItAreRefused(String header, @Nullable String timestampHeader) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SignatureScheme.generic(header, Algorithm.SHA_256, Encoding.HEX, "", timestampHeader));
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Postmark-Signature", "x-postmark-signature", "X-Postmark-Webhook-Signature" })
	void aSignatureOfPostmarksIsRefusedBecauseThereIsNone(String header) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SignatureScheme.generic(header, Algorithm.SHA_256, Encoding.HEX, "", null))
			.withMessageContaining("Postmark signs nothing")
			.withMessageContaining("Basic credentials or a secret header");
	}

	@Test
	void aPrefixThatNoHeaderCouldHaveIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SignatureScheme.generic("X-Relay-Signature",
				Algorithm.SHA_256, Encoding.HEX, "sha256=\r\n", null));
	}

	private static WebhookVerification hookdeck(String... headers) {
		return WebhookVerifier
			.signature(SignatureScheme.hookdeck(), () -> List.of(KEY, SECOND_KEY), Duration.ofMinutes(5),
					Clock.systemUTC())
			.verify(Requests.withBody(BODY, headers));
	}

	private static WebhookVerification timed(String now, String... headers) {
		Clock clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(now)), ZoneOffset.UTC);
		SignatureScheme scheme = SignatureScheme.generic("X-Relay-Signature", Algorithm.SHA_256, Encoding.HEX, "",
				"X-Relay-Time");
		return WebhookVerifier.signature(scheme, () -> List.of(KEY, SECOND_KEY), Duration.ofMinutes(5), clock)
			.verify(Requests.withBody(BODY, headers));
	}

	private static WebhookVerification generic(SignatureScheme scheme, String body, String... headers) {
		Clock clock = Clock.fixed(Instant.ofEpochSecond(1764000000), ZoneOffset.UTC);
		return WebhookVerifier.signature(scheme, () -> List.of(KEY), Duration.ofMinutes(5), clock)
			.verify(Requests.withBody(body, headers));
	}

}
