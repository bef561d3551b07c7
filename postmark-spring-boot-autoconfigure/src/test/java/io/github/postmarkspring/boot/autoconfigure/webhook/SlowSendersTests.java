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

	/** How many threads may wait for the body of a controller. */
	private static final int WAITING = 50;

	private static WebhookApplication application;

	private Map<String, Integer> before;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, Metrics.class),
				"postmark.webhook.max-body-size=10KB", "postmark.webhook.path=/relay/webhook",
				"postmark.webhook.protected-paths=/hooks/mine", "postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY,
				"postmark.webhook.endpoints.shop.path=/postmark/webhook",
				"postmark.webhook.endpoints.shop.basic.password=" + WebhookApplication.PASSWORD);
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

	@Test
	void slowBodiesForAControllerKeepNobodyElseOutAndItOnlyWhileTheyLast() throws IOException {
		try (SlowSenders slow = SlowSenders.withLength(application.http(), MANY, "/hooks/mine")) {
			honestEventsAreHandled(slow, 4);
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.ended() >= MANY - WAITING);
		}
		await().atMost(Duration.ofMinutes(1))
			.until(() -> post("/hooks/mine", "{}", Signed.headers("msg_free", "{}")) == 200);
		assertThat(Metrics.countedSince(this.before, application)).containsKey("failed/too-many-bodies/none");
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
		assertThat(post("/postmark/webhook", first, RawHttp.basic(WebhookApplication.CREDENTIALS))).isEqualTo(200);
		assertThat(post("/relay/webhook", second, Signed.headers("msg_" + number, second))).isEqualTo(200);
	}

	private static int post(String path, String body, String... headers) throws IOException {
		return application.http().post(path, body, headers).status();
	}

}
