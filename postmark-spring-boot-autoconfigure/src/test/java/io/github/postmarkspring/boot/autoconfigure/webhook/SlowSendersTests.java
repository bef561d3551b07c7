package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tomcat has 200 threads: each of these would be gone if one waited for a slow body.
 */
class SlowSendersTests {

	private static final int MANY = 250;

	private static WebhookApplication application;

	private Map<String, Integer> before;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Metrics.class),
				WebhookApplication.withDefaults("postmark.webhook.max-body-size=10KB",
						"postmark.webhook.endpoints.relay.path=/relay/webhook",
						"postmark.webhook.endpoints.relay.signature.scheme=standard-webhooks",
						"postmark.webhook.endpoints.relay.signature.signed-by=gateway:test",
						"postmark.webhook.endpoints.relay.signature.key=" + Signed.KEY));
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void count() {
		this.before = Metrics.counts(application);
	}

	@Test
	void slowBodiesWithoutCredentialsKeepNoHonestEventOutAndAreCutOff() throws IOException {
		try (SlowSenders slow = SlowSenders.withLength(application.http(), MANY, "/postmark/webhook")) {
			honestEventsAreHandled(slow, 1);
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.ended() == MANY);
		}
		eachIsCountedOnce("credentials-missing");
	}

	@Test
	void slowBodiesWithoutASignatureKeepNoHonestEventOut() throws IOException {
		try (SlowSenders slow = SlowSenders.withLength(application.http(), MANY, "/relay/webhook")) {
			honestEventsAreHandled(slow, 2);
		}
		eachIsCountedOnce("incomplete");
	}

	@Test
	void slowBodiesThatTurnOutTooLargeKeepNoHonestEventOutAndAreCutOff() throws IOException {
		try (SlowSenders slow = SlowSenders.withChunks(application.http(), MANY, "/relay/webhook", 20_000)) {
			honestEventsAreHandled(slow, 3);
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.ended() == MANY);
		}
		eachIsCountedOnce("too-large");
	}

	/**
	 * Also when the container includes its error page into an answer that is under way.
	 */
	private void eachIsCountedOnce(String reason) {
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(Metrics.countedSince(this.before, application))
				.isEqualTo(Map.of("rejected/" + reason + "/none", MANY, "handled/none/Bounce", 2)));
	}

	private static void honestEventsAreHandled(SlowSenders slow, int number) throws IOException {
		await().atMost(Duration.ofMinutes(1)).until(() -> slow.rounds() > 3);
		String first = WebhookApplication.BOUNCE.replace("4302117755", "1" + number);
		String second = WebhookApplication.BOUNCE.replace("4302117755", "2" + number);
		assertThat(application.http()
			.post("/postmark/webhook", first, RawHttp.basic(WebhookApplication.CREDENTIALS))
			.status()).isEqualTo(200);
		assertThat(application.http().post("/relay/webhook", second, Signed.headers("msg_" + number, second)).status())
			.isEqualTo(200);
	}

}
