package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A memory of the application's own, which can fail.
 */
class MemoryFailureTests {

	private static final String KEY = "k7Qe2mV9xT4pLw8zR1uYc5Nb3Hj6Sd0G";

	@Test
	void whenTheMemoryFailsTheAnswerIs503AndTheVerySameSignedRequestIsTakenLater() throws Exception {
		try (WebhookApplication application = WebhookApplication.start(List.of(Forgetful.class),
				"postmark.webhook.path=/postmark/webhook", "postmark.webhook.signature.scheme=generic",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + KEY,
				"postmark.webhook.signature.header=X-Signature",
				"postmark.webhook.signature.timestamp-header=X-Timestamp")) {
			String timestamp = Long.toString(Instant.now().getEpochSecond());
			String[] headers = { "X-Timestamp: " + timestamp,
					"X-Signature: " + sign(timestamp + "." + WebhookApplication.BOUNCE) };

			application.bean(Forgetful.class).failing = true;
			assertThat(post(application, headers)).isEqualTo(503);
			assertThat(application.events()).isEmpty();

			application.bean(Forgetful.class).failing = false;
			assertThat(post(application, headers)).isEqualTo(200);
			assertThat(application.events()).hasSize(1);
			assertThat(post(application, headers)).as("once it has been handled").isEqualTo(401);
		}
	}

	@Test
	void whenTheMemoryFailsHalfwayNothingStaysClaimed() throws Exception {
		try (WebhookApplication application = WebhookApplication.start(
				List.of(Forgetful.class, AnotherNonce.class, Controllers.class),
				"postmark.webhook.path=/postmark/webhook", "postmark.webhook.protected-paths=/hooks/mine",
				"postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY)) {
			String[] headers = Signed.headers("msg_1", WebhookApplication.BOUNCE);
			for (String path : List.of("/postmark/webhook", "/hooks/mine")) {
				application.bean(Forgetful.class).signatures.set(1);
				assertThat(application.http().post(path, WebhookApplication.BOUNCE, headers).status()).isEqualTo(503);

				application.bean(Forgetful.class).signatures.set(Integer.MAX_VALUE);
				assertThat(application.http().post(path, WebhookApplication.BOUNCE, headers).status()).isEqualTo(200);
				headers = Signed.headers("msg_2", WebhookApplication.BOUNCE);
			}
		}
	}

	@Test
	void whenOneOfTwoHasBeenUsedAlreadyTheOtherStaysFree() throws Exception {
		try (WebhookApplication application = WebhookApplication.start(List.of(AnotherNonce.class, Controllers.class),
				"postmark.webhook.protected-paths=/hooks/mine", "postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY)) {
			String[] first = Signed.headers("msg_1", "{}");
			String[] second = Signed.headers("msg_2", "{}");
			assertThat(hook(application, first, "a")).isEqualTo(200);
			assertThat(hook(application, second, "a")).isEqualTo(401);
			assertThat(hook(application, second, "b")).isEqualTo(200);
		}
	}

	private static int hook(WebhookApplication application, String[] signature, String nonce) throws Exception {
		return application.http()
			.post("/hooks/mine", "{}", SignatureCases.with(signature, "X-Nonce: " + nonce))
			.status();
	}

	private static int post(WebhookApplication application, String... headers) throws Exception {
		return application.http().post("/postmark/webhook", WebhookApplication.BOUNCE, headers).status();
	}

	private static String sign(String text) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
	}

	static class Forgetful implements WebhookMemory {

		private final WebhookMemory memory = WebhookMemory.inMemory(100, Duration.ofMinutes(5), Duration.ofHours(1),
				Clock.systemUTC());

		private final AtomicInteger signatures = new AtomicInteger(Integer.MAX_VALUE);

		private volatile boolean failing;

		@Override
		public Claim claim(String key) {
			if (this.failing && key.startsWith("event:")
					|| key.startsWith("signature:") && this.signatures.getAndDecrement() <= 0) {
				throw new IllegalStateException("no connection");
			}
			return this.memory.claim(key);
		}

	}

	/** Something else that a request may be used for once only. */
	static class AnotherNonce implements WebhookVerifier {

		@Override
		public WebhookVerification verify(WebhookRequest request) {
			String nonce = request.headers().getFirst("X-Nonce");
			return new WebhookVerification.Accepted(false,
					(nonce != null) ? nonce : request.path() + request.headers().getFirst("webhook-id"));
		}

	}

}
