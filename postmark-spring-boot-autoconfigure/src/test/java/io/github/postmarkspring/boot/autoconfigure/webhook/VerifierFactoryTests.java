package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.postmarkspring.boot.autoconfigure.webhook.PostmarkWebhookProperties.Scheme;
import io.github.postmarkspring.client.webhook.SignatureScheme.Algorithm;
import io.github.postmarkspring.client.webhook.SignatureScheme.Encoding;
import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is configured is what verifies.
 */
class VerifierFactoryTests {

	private static final String BODY = "{\"RecordType\":\"Open\"}";

	private static final String TEXT_KEY = "k7Qe2mV9xT4pLw8zR1uYc5Nb3Hj6Sd0G";

	private static final long NOW = 1_764_000_000;

	private static final PostmarkWebhookProperties.Basic BASIC = new PostmarkWebhookProperties.Basic("postmark",
			WebhookApplication.PASSWORD, List.of());

	private static final List<String> ADDRESSES = List.of("203.0.113.0/24");

	private final VerifierFactory factory = factory();

	@Test
	void standardWebhooksAndSvixDifferInTheNamesOfTheirHeaders() {
		String signature = "v1," + Signed.signature(Signed.KEY, "msg_1", NOW, BODY);
		HttpHeaders standard = headers("webhook-id", "msg_1", "webhook-timestamp", NOW, "webhook-signature", signature);
		HttpHeaders svix = headers("svix-id", "msg_1", "svix-timestamp", NOW, "svix-signature", signature);

		assertThat(accepts(signature(Scheme.STANDARD_WEBHOOKS, Signed.KEY), standard)).isTrue();
		assertThat(accepts(signature(Scheme.STANDARD_WEBHOOKS, Signed.KEY), svix)).isFalse();
		assertThat(accepts(signature(Scheme.SVIX, Signed.KEY), svix)).isTrue();
		assertThat(accepts(signature(Scheme.SVIX, Signed.KEY), standard)).isFalse();
	}

	@Test
	void hookdeckSignsTheBodyInBase64() throws Exception {
		String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA256", BODY));
		assertThat(accepts(signature(Scheme.HOOKDECK, TEXT_KEY), headers("x-hookdeck-signature", signature))).isTrue();
	}

	@Test
	void aGenericSignatureIsOfTheBodyInHexadecimalDigitsUnlessMoreIsSaid() throws Exception {
		String signature = HexFormat.of().formatHex(hmac("HmacSHA256", BODY));
		assertThat(accepts(generic(null, Algorithm.SHA_256, Encoding.HEX, ""), headers("X-Edge", signature))).isTrue();
	}

	@Test
	void aGenericSignatureIsMadeAsIsSaid() throws Exception {
		String signature = "s=" + Base64.getEncoder().encodeToString(hmac("HmacSHA512", NOW + "." + BODY));
		HttpHeaders headers = headers("X-Edge", signature, "X-Time", NOW);
		assertThat(accepts(generic("X-Time", Algorithm.SHA_512, Encoding.BASE64, "s="), headers)).isTrue();
		assertThat(accepts(generic(null, Algorithm.SHA_512, Encoding.BASE64, "s="), headers)).isFalse();
	}

	@Test
	void aTimestampMayBeOffAsFarAsIsSaid() {
		PostmarkWebhookProperties.Signature minutes = signature(Scheme.SVIX, Signed.KEY);
		assertThat(accepts(minutes, svix(NOW - 300))).isTrue();
		assertThat(accepts(minutes, svix(NOW - 301))).isFalse();
		assertThat(accepts(minutes, svix(NOW + 301))).isFalse();
	}

	@Test
	void anAddressProvesNothingUnlessItSuffices() {
		PostmarkWebhookProperties.Signature signature = signature(Scheme.SVIX, Signed.KEY);
		assertThat(verifiers(null, ADDRESSES, false, signature).proving()).isFalse();
		assertThat(verifiers(null, List.of(), true, signature).proving()).isFalse();
		assertThat(verifiers(null, ADDRESSES, true, null).proving()).isTrue();
		assertThat(verifiers(BASIC, List.of(), false, signature).proving()).isTrue();
	}

	@Test
	void aVerifierOfTheApplicationJoinsThoseThatAreConfiguredAndProvesIfItNeedsNoBody() {
		WebhookVerifier withBody = (request) -> WebhookVerification.accepted();
		WebhookEndpoint.Verifiers verifiers = factory(withBody).verifiers(settings(BASIC, ADDRESSES, false, null));
		assertThat(verifiers.beforeBody()).extracting(WebhookVerifier::name).containsExactly("addresses", "basic");
		assertThat(verifiers.withBody()).containsExactly(withBody);
		assertThat(factory(withBody).verifiers(settings(null, List.of(), false, null)).proving()).isFalse();
		assertThat(factory(WebhookVerifier.addresses(ADDRESSES)).verifiers(settings(null, List.of(), false, null))
			.proving()).isTrue();
	}

	private boolean accepts(PostmarkWebhookProperties.Signature signature, HttpHeaders headers) {
		WebhookRequest request = new WebhookRequest("POST", "/", headers, "203.0.113.7",
				BODY.getBytes(StandardCharsets.UTF_8));
		WebhookEndpoint.Verifiers verifiers = verifiers(null, List.of(), false, signature);
		assertThat(verifiers.beforeBody()).isEmpty();
		return verifiers.withBody().get(0).verify(request) instanceof WebhookVerification.Accepted;
	}

	private WebhookEndpoint.Verifiers verifiers(PostmarkWebhookProperties.Basic basic, List<String> addresses,
			boolean suffice, PostmarkWebhookProperties.Signature signature) {
		return this.factory.verifiers(settings(basic, addresses, suffice, signature));
	}

	private static VerifierFactory factory(WebhookVerifier... custom) {
		return new VerifierFactory(List.of(custom), Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
	}

	private static VerificationSettings settings(PostmarkWebhookProperties.Basic basic, List<String> addresses,
			boolean suffice, PostmarkWebhookProperties.Signature signature) {
		return new VerificationSettings("postmark.webhook", basic, null, addresses, suffice, signature);
	}

	private static PostmarkWebhookProperties.Signature signature(Scheme scheme, String key) {
		return new PostmarkWebhookProperties.Signature(scheme, "gateway:test", key, List.of(), Duration.ofMinutes(5),
				null, null, Algorithm.SHA_256, Encoding.HEX, "");
	}

	private static PostmarkWebhookProperties.Signature generic(String timestampHeader, Algorithm algorithm,
			Encoding encoding, String prefix) {
		return new PostmarkWebhookProperties.Signature(Scheme.GENERIC, "gateway:test", TEXT_KEY, List.of(),
				Duration.ofMinutes(5), "X-Edge", timestampHeader, algorithm, encoding, prefix);
	}

	private static HttpHeaders svix(long time) {
		return headers("svix-id", "msg_1", "svix-timestamp", time, "svix-signature",
				"v1," + Signed.signature(Signed.KEY, "msg_1", time, BODY));
	}

	private static HttpHeaders headers(Object... namesAndValues) {
		HttpHeaders headers = new HttpHeaders();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			headers.add(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
		}
		return headers;
	}

	private static byte[] hmac(String algorithm, String text) throws Exception {
		Mac mac = Mac.getInstance(algorithm);
		mac.init(new SecretKeySpec(TEXT_KEY.getBytes(StandardCharsets.UTF_8), algorithm));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

}
