package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.boot.autoconfigure.webhook.RawHttp.Reply;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.InboundEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PostmarkWebhookFilterTests {

	private static WebhookApplication application;

	private RawHttp http;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Metrics.class), WebhookApplication.withDefaults());
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
		this.http = application.http();
	}

	@Test
	void aVerifiedEventReachesItsListenersAndIsAnswered200WithoutABody() throws IOException {
		Reply reply = post(event(1), RawHttp.basic(WebhookApplication.CREDENTIALS));

		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).contains("Content-Length: 0").endsWith("\r\n\r\n").doesNotContain("Set-Cookie");
		assertThat(application.events()).singleElement()
			.isInstanceOfSatisfying(BounceEvent.class, (bounce) -> assertThat(bounce.id()).isEqualTo(1));
	}

	@Test
	void theSameEventIsHandledOnceAndAnswered200EachTime() throws IOException {
		for (int i = 0; i < 3; i++) {
			assertThat(post(event(2), RawHttp.basic(WebhookApplication.CREDENTIALS)).status()).isEqualTo(200);
		}
		assertThat(application.events()).hasSize(1);
	}

	@Test
	void theTraceIdTellsATryFromAnotherEventWhateverTheyLookLike() throws IOException {
		String credentials = RawHttp.basic(WebhookApplication.CREDENTIALS);
		assertThat(post(event(4), credentials, "X-PM-Webhook-Trace-Id: t-1").status()).isEqualTo(200);
		assertThat(post(event(5), credentials, "x-pm-webhook-trace-id: t-1").status()).isEqualTo(200);
		assertThat(post(event(4), credentials, "X-PM-Webhook-Trace-Id: t-2").status()).isEqualTo(200);

		assertThat(application.events()).extracting((event) -> ((BounceEvent) event).id()).containsExactly(4L, 4L);
	}

	@Test
	void mailThatPostmarkWasToldToPostToThePathOfEventsIsNotLost() throws IOException {
		String mail = """
				{ "MessageID": "73e6d360-66eb-11e1-8e72-a8904824019b", "From": "bob@mail.example", "Subject": "Tea" }""";
		assertThat(post(mail, RawHttp.basic(WebhookApplication.CREDENTIALS)).status()).isEqualTo(200);
		assertThat(application.events()).singleElement()
			.isInstanceOfSatisfying(InboundEvent.class, (inbound) -> assertThat(inbound.subject()).isEqualTo("Tea"));
	}

	@Test
	void anEventOfANewTypeIsCountedAsUnknownBecauseItsNameIsNotOursToChoose() throws IOException {
		Map<String, Integer> before = Metrics.counts(application);
		assertThat(post("{ \"RecordType\": \"Holiday\" }", RawHttp.basic(WebhookApplication.CREDENTIALS)).status())
			.isEqualTo(200);
		assertThat(Metrics.countedSince(before, application)).isEqualTo(Map.of("handled/none/Unknown", 1));
	}

	@Test
	void whyAVerifiedEventIsRefusedIsLoggedWithoutWhatItSays() throws IOException {
		try (CapturedLog log = CapturedLog.begin()) {
			String bounce = "{ \"RecordType\": \"Bounce\", \"Email\": \"ann@mail.example\" }";
			assertThat(post(bounce, RawHttp.basic(WebhookApplication.CREDENTIALS)).status()).isEqualTo(400);
			assertThat(log.text())
				.contains("WARN Rejected a verified webhook at /postmark/webhook with status 400. ", "/ID is missing")
				.doesNotContain("ann@mail.example");
		}
	}

	@Test
	void anEventMayBeAsLargeAsTheLimitAndNoLarger() throws IOException {
		String credentials = RawHttp.basic(WebhookApplication.CREDENTIALS);
		String largest = event(6) + " ".repeat(1024 * 1024 - event(6).length());
		assertThat(post(largest, credentials).status()).isEqualTo(200);
		assertThat(post(largest + " ", credentials).status()).isEqualTo(413);
	}

	@Test
	void whatIsNotPostedIsToldToBe() throws IOException {
		Reply reply = this.http.send(HostileCase.request("GET /postmark/webhook", ""));
		assertThat(reply.status()).isEqualTo(405);
		assertThat(reply.text()).contains("Allow: POST");
	}

	@Test
	void theLimitsAreOneMebibyteForEventsAndFiftyForMailUnlessSaidOtherwise() {
		PostmarkWebhookProperties properties = application.bean(PostmarkWebhookProperties.class);
		assertThat(properties.maxBodySize()).isEqualTo(DataSize.ofMegabytes(1));
		assertThat(properties.maxInboundBodySize()).isEqualTo(DataSize.ofMegabytes(50));
	}

	@Test
	void everyRejectionIsTheSame401ToTheByte() throws IOException {
		Reply none = post(event(3));
		Reply wrong = post(event(3), RawHttp.basic("postmark:wrongwrongwrongwrong"));
		Reply two = post(event(3), RawHttp.basic(WebhookApplication.CREDENTIALS),
				RawHttp.basic(WebhookApplication.CREDENTIALS));

		assertThat(none.status()).isEqualTo(401);
		assertThat(none.text()).contains("WWW-Authenticate: Basic realm=\"postmark\"");
		assertThat(wrong.withoutDate()).isEqualTo(none.withoutDate());
		assertThat(two.withoutDate()).isEqualTo(none.withoutDate());
		assertThat(application.events()).isEmpty();
	}

	private Reply post(String body, String... headers) throws IOException {
		return this.http.post("/postmark/webhook", body, headers);
	}

	private static String event(int id) {
		return WebhookApplication.BOUNCE.replace("4302117755", Integer.toString(id));
	}

}
