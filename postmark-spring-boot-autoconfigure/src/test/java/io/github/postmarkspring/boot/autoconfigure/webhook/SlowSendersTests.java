package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tomcat has 200 threads: each of these would be gone if one waited for a slow body.
 */
class SlowSendersTests {

	private static final int MANY = 250;

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start("postmark.webhook.max-body-size=10KB", "postmark.webhook.endpoints.relay.path=/relay/webhook",
				"postmark.webhook.endpoints.relay.signature.scheme=standard-webhooks",
				"postmark.webhook.endpoints.relay.signature.signed-by=gateway:test",
				"postmark.webhook.endpoints.relay.signature.key=" + Signed.KEY);
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@Test
	void slowBodiesWithoutCredentialsKeepNoHonestEventOut() throws IOException {
		try (SlowSenders slow = SlowSenders.withLength(application.http(), MANY, "/postmark/webhook")) {
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.rounds() > 3);
			honestEventsAreHandled(1);
			int before = slow.rounds();
			long t = System.nanoTime();
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.ended() == MANY);
			System.out.println("## all ended after " + (System.nanoTime() - t) / 1e9 + " rounds " + before + ".." + slow.rounds());
		}
	}

	@Test
	void slowBodiesWithoutASignatureKeepNoHonestEventOut() throws IOException {
		try (SlowSenders slow = SlowSenders.withLength(application.http(), MANY, "/relay/webhook")) {
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.rounds() > 3);
			honestEventsAreHandled(2);
			long t = System.nanoTime();
			try { await().atMost(Duration.ofSeconds(Integer.getInteger("waitfor", 20))).until(() -> slow.ended() == MANY); } catch (Exception ex) { System.out.println("## " + ex.getMessage() + slow.ended()); }
			System.out.println("## all ended after " + (System.nanoTime() - t) / 1e9 + " rounds " + slow.rounds());
			honestEventsAreHandled(3);
			System.out.println("## still honest " + (System.nanoTime() - t) / 1e9);
		}
	}

	@Test
	void bodiesThatTurnOutTooLargeAndSlowKeepNoHonestEventOut() throws IOException {
		try (SlowSenders slow = SlowSenders.withChunks(application.http(), MANY, "/relay/webhook", 20_000)) {
			await().atMost(Duration.ofMinutes(1)).until(() -> slow.rounds() > 3);
			honestEventsAreHandled(4);
			long t = System.nanoTime();
			try { await().atMost(Duration.ofSeconds(Integer.getInteger("waitfor", 20))).until(() -> slow.ended() == MANY); } catch (Exception ex) { System.out.println("## " + ex.getMessage() + slow.ended()); }
			System.out.println("## all ended after " + (System.nanoTime() - t) / 1e9 + " rounds " + slow.rounds());
		}
	}

	private static void honestEventsAreHandled(int number) throws IOException {
		String first = WebhookApplication.BOUNCE.replace("4302117755", "1" + number);
		String second = WebhookApplication.BOUNCE.replace("4302117755", "2" + number);
		long t = System.nanoTime();
		assertThat(application.http()
			.post("/postmark/webhook", first, RawHttp.basic(WebhookApplication.CREDENTIALS))
			.status()).isEqualTo(200);
		assertThat(application.http().post("/relay/webhook", second, Signed.headers("msg_" + number, second)).status())
			.isEqualTo(200);
		System.out.println("## honest took " + (System.nanoTime() - t) / 1e9);
	}

}
