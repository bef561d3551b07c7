package io.github.postmarkspring.emulator.posting;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.Receiver;
import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.posting.WebhookAttempt.Outcome;
import io.github.postmarkspring.emulator.tracking.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is posted again, and when.
 */
class RetryTests {

	@RegisterExtension
	final Receiver receiver = new Receiver();

	private Postmark postmark;

	@AfterEach
	void stop() {
		this.postmark.afterEach(null);
	}

	@ParameterizedTest
	@CsvSource({ "SIX,Delivery,'1,5,10,10,10,15'", "NINE,Delivery,'1,5,15,1,5,10,10,10,15'",
			"UNTIL_AUGUST_2026,Delivery,'1,5,15'", "UNTIL_AUGUST_2026,Bounce,'1,5,10,10,10,15,30,60,120,360'" })
	void followsTheScheduleOfTheProfileInNoTime(WebhookRetries profile, String event, String minutes) {
		start(PostmarkEmulator.builder().webhookRetries(profile), event);
		this.receiver.always(500);
		happens(event);
		control().advanceTime(Duration.ofDays(1));
		eventually(() -> assertThat(control().pendingWebhooks()).isZero());
		List<WebhookAttempt> attempts = control().webhookAttempts();
		List<Duration> delays = IntStream.range(1, attempts.size())
			.mapToObj((i) -> Duration.between(attempts.get(i - 1).time(), attempts.get(i).time()))
			.toList();
		assertThat(delays).extracting(Duration::toMinutes)
			.extracting(Object::toString)
			.containsExactly(minutes.split(","));
		assertThat(attempts.get(attempts.size() - 1).outcome()).isEqualTo(Outcome.EXHAUSTED);
		List<Receiver.Received> requests = this.receiver.take(attempts.size());
		assertThat(this.receiver.left()).isZero();
		assertThat(requests).extracting((request) -> Integer.parseInt(request.header("X-PM-Retries-Remaining")))
			.containsExactlyElementsOf(
					IntStream.range(0, attempts.size()).mapToObj((i) -> attempts.size() - 1 - i).toList());
		assertThat(requests).extracting((request) -> request.header("X-PM-Webhook-Trace-Id"))
			.containsOnly(attempts.get(0).traceId());
		assertThat(requests).extracting(Receiver.Received::body).containsOnly(requests.get(0).body());
	}

	@ParameterizedTest
	@CsvSource({ "SIX,200,ACCEPTED", "SIX,204,ACCEPTED", "SIX,400,DROPPED", "SIX,401,DROPPED", "SIX,403,DROPPED",
			"SIX,404,DROPPED", "SIX,410,DROPPED", "SIX,422,DROPPED", "SIX,408,RETRIED", "SIX,429,RETRIED",
			"SIX,500,RETRIED", "SIX,503,RETRIED", "NINE,404,DROPPED", "NINE,202,ACCEPTED",
			"UNTIL_AUGUST_2026,200,ACCEPTED", "UNTIL_AUGUST_2026,204,RETRIED", "UNTIL_AUGUST_2026,403,DROPPED",
			"UNTIL_AUGUST_2026,401,RETRIED", "UNTIL_AUGUST_2026,404,RETRIED" })
	void judgesAnAnswerAsTheProfileSays(WebhookRetries profile, int status, Outcome outcome) {
		start(PostmarkEmulator.builder().webhookRetries(profile), "Delivery");
		this.receiver.next(status);
		happens("Delivery");
		this.receiver.take();
		eventually(() -> assertThat(control().webhookAttempts()).singleElement()
			.satisfies((attempt) -> assertThat(attempt.outcome()).isEqualTo(outcome)));
		assertThat(control().webhookAttempts().get(0).status()).isEqualTo(status);
		assertThat(control().pendingWebhooks()).isEqualTo((outcome == Outcome.RETRIED) ? 1 : 0);
	}

	@Test
	void waitsUntilTheRetryIsDue() {
		start(PostmarkEmulator.builder(), "Delivery");
		this.receiver.next(503);
		happens("Delivery");
		this.receiver.take();
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(1));
		control().advanceTime(Duration.ofSeconds(30));
		assertThat(control().pendingWebhooks()).isEqualTo(1);
		control().advanceTime(Duration.ofSeconds(30));
		assertThat(this.receiver.take().header("X-PM-Retries-Remaining")).isEqualTo("5");
		eventually(() -> assertThat(control().pendingWebhooks()).isZero());
		assertThat(control().webhookAttempts()).extracting(WebhookAttempt::outcome)
			.containsExactly(Outcome.RETRIED, Outcome.ACCEPTED);
	}

	@Test
	void pausesOnlyTheTriggerWhoseEventsWereLostThreeTimesInARow() {
		start(PostmarkEmulator.builder(), "Delivery");
		this.postmark.server("PUT", "/webhooks/" + webhook(), "{\"Triggers\":{\"Open\":{\"Enabled\":true}}}");
		this.receiver.always(500);
		for (int i = 0; i < 3; i++) {
			assertThat(this.postmark.get("/webhooks/" + webhook()).json().get("Status").asString())
				.isEqualTo("verified");
			happens("Delivery");
			control().advanceTime(Duration.ofHours(2));
			eventually(() -> assertThat(control().pendingWebhooks()).isZero());
		}
		assertThat(this.postmark.get("/webhooks/" + webhook()).json().get("Status").asString()).isEqualTo("unverified");
		assertThat(this.postmark.get("/webhooks/" + webhook() + "/statistics").json().get("Statuses"))
			.isEqualTo(Postmark.json("{\"Open\":\"verified\",\"Delivery\":\"unverified\"}"));
		String id = happens("Delivery");
		assertThat(control().pendingWebhooks()).isZero();
		this.receiver.always(200);
		control().open(id, "ann@mail.example", Visitor.UNKNOWN);
		eventually(() -> assertThat(control().webhookAttempts(id)).hasSize(1));
		assertThat(this.postmark.server("POST", "/webhooks/" + webhook() + "/verify", null)
			.json()
			.get("Message")
			.asString()).isEqualTo("2/2 triggers verified successfully");
		String next = happens("Delivery");
		eventually(() -> assertThat(control().webhookAttempts(next)).extracting(WebhookAttempt::outcome)
			.containsExactly(Outcome.ACCEPTED));
	}

	@Test
	void forgetsWhatIsPendingWithAResetOrWithTheWebhook() {
		start(PostmarkEmulator.builder(), "Delivery");
		this.receiver.always(500);
		happens("Delivery");
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(1));
		this.postmark.server("DELETE", "/webhooks/" + webhook(), null);
		control().advanceTime(Duration.ofHours(2));
		eventually(() -> assertThat(control().pendingWebhooks()).isZero());
		assertThat(control().webhookAttempts()).hasSize(1);
		create("Delivery");
		happens("Delivery");
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(2));
		control().reset();
		assertThat(control().pendingWebhooks()).isZero();
		assertThat(control().webhookAttempts()).isEmpty();
		control().advanceTime(Duration.ofHours(2));
		assertThat(control().webhookAttempts()).isEmpty();
		assertThat(this.receiver.take(2)).hasSize(2);
		assertThat(this.receiver.left()).isZero();
	}

	@Test
	void givesUpAnAnswerThatTakesTooLong() throws Exception {
		start(PostmarkEmulator.builder().webhookTimeout(Duration.ofMillis(300)), "Click");
		try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			this.postmark.server("PUT", "/webhooks/" + webhook(), """
					{ "Url": "http://localhost:%s/", "Triggers": { "Delivery": { "Enabled": true } } }"""
				.formatted(silent.getLocalPort()));
			happens("Delivery");
			eventually(() -> assertThat(control().webhookAttempts()).singleElement().satisfies((attempt) -> {
				assertThat(attempt.status()).isNull();
				assertThat(attempt.failure()).isEqualTo("No answer within 300 ms");
				assertThat(attempt.outcome()).isEqualTo(Outcome.RETRIED);
			}));
		}
		control().advanceTime(Duration.ofMinutes(1));
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(2)
			.last()
			.satisfies((attempt) -> assertThat(attempt.failure()).isEqualTo("Connection refused")));
	}

	@Test
	void neverKeepsAnApiRequestWaiting() throws Exception {
		start(PostmarkEmulator.builder(), "Click");
		try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
			this.postmark.server("PUT", "/webhooks/" + webhook(), """
					{ "Url": "http://localhost:%s/", "Triggers": { "Delivery": { "Enabled": true } } }"""
				.formatted(silent.getLocalPort()));
			for (int i = 0; i < 50; i++) {
				happens("Delivery");
			}
			assertThat(control().pendingWebhooks()).isEqualTo(50);
			assertThat(control().webhookAttempts()).isEmpty();
		}
	}

	@Test
	void isNotHeldUpByAReceiverThatHangs() throws Exception {
		start(PostmarkEmulator.builder().webhookTimeout(Duration.ofMinutes(5)), "Delivery");
		try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
			this.postmark.server("POST", "/webhooks", """
					{ "Url": "http://localhost:%s/", "Triggers": { "Delivery": { "Enabled": true } } }"""
				.formatted(silent.getLocalPort()));
			for (int i = 0; i < 5; i++) {
				happens("Delivery");
			}
			assertThat(this.receiver.take(5)).hasSize(5);
			eventually(() -> assertThat(control().pendingWebhooks()).isEqualTo(5));
		}
	}

	@Test
	void countsInTheStatistics() {
		start(PostmarkEmulator.builder(), "Delivery");
		this.receiver.next(500);
		happens("Delivery");
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(1));
		control().advanceTime(Duration.ofMinutes(1));
		eventually(() -> assertThat(control().pendingWebhooks()).isZero());
		JsonNode metrics = this.postmark.get("/webhooks/" + webhook() + "/statistics")
			.json()
			.at("/MetricsByTrigger/Delivery");
		assertThat(metrics.get("TotalRequests").asInt()).isEqualTo(2);
		assertThat(metrics.get("SuccessCount").asInt()).isEqualTo(1);
		assertThat(metrics.get("FailureCount").asInt()).isEqualTo(1);
		assertThat(metrics.get("RetryCount").asInt()).isEqualTo(1);
		assertThat(metrics.get("SuccessRate").asDouble()).isEqualTo(50.0);
		assertThat(metrics.get("AverageRetryResponseTimeMs").isNumber()).isTrue();
		control().advanceTime(Duration.ofHours(25));
		assertThat(this.postmark.get("/webhooks/" + webhook() + "/statistics")
			.json()
			.at("/Metrics/TotalRequests")
			.asInt(9)).isZero();
	}

	@Test
	void startsNoThreadBeforeThereIsSomethingToPostAndLeavesNoneBehind() {
		start(PostmarkEmulator.builder(), "Delivery");
		String name = "postmark-emulator-" + this.postmark.port() + "-post";
		assertThat(threads(name)).isZero();
		this.receiver.always(500);
		happens("Delivery");
		eventually(() -> assertThat(control().webhookAttempts()).hasSize(1));
		assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> thread.getName().startsWith(name))
			.isNotEmpty()
			.allMatch(Thread::isDaemon);
		this.postmark.afterEach(null);
		eventually(() -> assertThat(threads(name)).isZero());
	}

	private static long threads(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(name))
			.count();
	}

	private void start(PostmarkEmulator.Builder builder, String event) {
		this.postmark = new Postmark(builder);
		this.postmark.beforeEach(null);
		create(event);
	}

	private void create(String event) {
		assertThat(this.postmark
			.server("POST", "/webhooks",
					"""
							{ "Url": "%s", "Triggers": { "%s": { "Enabled": true } } }"""
						.formatted(this.receiver.url("/"), event))
			.status()).isEqualTo(200);
	}

	private long webhook() {
		return this.postmark.get("/webhooks").json().at("/Webhooks/0/ID").asLong();
	}

	private String happens(String event) {
		String id = this.postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"ann@mail.example\",\"TextBody\":\"x\"}");
		if (event.equals("Bounce")) {
			control().bounce(id, "ann@mail.example", BounceType.SOFT_BOUNCE);
		}
		return id;
	}

	private EmulatorControl control() {
		return this.postmark.emulator().control();
	}

}
