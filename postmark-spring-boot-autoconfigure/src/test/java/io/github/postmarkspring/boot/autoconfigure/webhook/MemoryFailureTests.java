package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.postmarkspring.client.webhook.WebhookMemory;
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

		private volatile boolean failing;

		@Override
		public Claim claim(String key) {
			if (this.failing && key.startsWith("event:")) {
				throw new IllegalStateException("no connection");
			}
			return this.memory.claim(key);
		}

	}

}
