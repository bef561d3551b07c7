package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.postmarkspring.client.webhook.event.BounceEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials, a secret header and a signature, of which all must be right.
 */
class CombinedVerificationTests {

	private static final String BASIC = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static final String HEADER = "X-Webhook-Secret: " + WebhookApplication.HEADER_VALUE;

	private static WebhookApplication application;

	private static HostileRequests hostile;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Metrics.class, Failing.class),
				WebhookApplication.withDefaults("postmark.webhook.header.value=" + WebhookApplication.HEADER_VALUE,
						"postmark.webhook.basic.previous-passwords=OldPassw0rdOfLastYear7",
						"postmark.webhook.header.previous-values=OldHeader0fLastYear7",
						"postmark.webhook.signature.scheme=standard-webhooks",
						"postmark.webhook.signature.signed-by=gateway:test",
						"postmark.webhook.signature.key=" + Signed.KEY,
						"postmark.webhook.signature.previous-keys=" + Signed.OLDER_KEY,
						"postmark.webhook.endpoints.twin.path=/twin/webhook", "logging.threshold.console=WARN"));
		hostile = new HostileRequests(application);
	}

	@AfterAll
	static void close() {
		hostile.close();
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
		application.bean(Failing.class).failing = false;
	}

	@TestFactory
	Stream<DynamicTest> combinations() {
		return hostile.tests(SignatureCases.combinations());
	}

	@TestFactory
	Stream<DynamicTest> signatures() {
		return hostile.tests(SignatureCases.signatures());
	}

	@TestFactory
	Stream<DynamicTest> times() {
		return hostile.tests(SignatureCases.times());
	}

	@TestFactory
	Stream<DynamicTest> bodies() {
		return hostile.tests(SignatureCases.bodies());
	}

	@Test
	void whatIsRightInAllThreeIsHandledOnceAndItsReplayRefused() throws IOException {
		String[] headers = right(Signed.KEY, "msg_a", event(101), BASIC, HEADER);

		assertThat(post(event(101), headers)).isEqualTo(200);
		assertThat(post(event(101), headers)).isEqualTo(401);
		assertThat(application.events()).hasSize(1);
	}

	@Test
	void whatARelayPassesOnToTwoEndpointsIsNoReplay() throws IOException {
		String[] headers = right(Signed.KEY, "msg_e", event(108), BASIC, HEADER);

		assertThat(post(event(108), headers)).isEqualTo(200);
		assertThat(application.http().post("/twin/webhook", event(108), headers).status()).isEqualTo(200);
		assertThat(application.events()).extracting("server").containsExactly("default", "twin");
	}

	@Test
	void aRequestWhoseListenerFailedMayBeSentAgainAsItWas() throws IOException {
		String[] headers = right(Signed.KEY, "msg_b", event(102), BASIC, HEADER);
		application.bean(Failing.class).failing = true;

		assertThat(post(event(102), headers)).isEqualTo(500);
		application.bean(Failing.class).failing = false;
		assertThat(post(event(102), headers)).isEqualTo(200);
	}

	@Test
	void theSameEventSignedAgainIsADuplicate() throws IOException {
		assertThat(post(event(103), right(Signed.KEY, "msg_c", event(103), BASIC, HEADER))).isEqualTo(200);
		assertThat(post(event(103), right(Signed.KEY, "msg_d", event(103), BASIC, HEADER))).isEqualTo(200);
		assertThat(application.events()).hasSize(1);
	}

	@Test
	void previousSecretsAreAcceptedAndNotedOnce() throws IOException {
		try (CapturedLog log = CapturedLog.begin()) {
			for (int i = 104; i < 107; i++) {
				String[] headers = right(Signed.OLDER_KEY, "msg_" + i, event(i),
						RawHttp.basic("postmark:OldPassw0rdOfLastYear7"), "X-Webhook-Secret: OldHeader0fLastYear7");
				assertThat(post(event(i), headers)).isEqualTo(200);
			}
			assertThat(log.text()).containsOnlyOnce("previous secret of 'basic'")
				.containsOnlyOnce("previous secret of 'header'")
				.containsOnlyOnce("previous secret of 'signature-standard-webhooks'")
				.doesNotContain("LastYear");
		}
	}

	private static int post(String body, String... headers) throws IOException {
		return application.http().post("/postmark/webhook", body, headers).status();
	}

	private static String[] right(String key, String id, String body, String... more) {
		return SignatureCases.with(Signed.headers(key, id, Instant.now().getEpochSecond(), body), more);
	}

	private static String event(int id) {
		return WebhookApplication.BOUNCE.replace("4302117755", Integer.toString(id));
	}

	static class Failing {

		private volatile boolean failing;

		@EventListener
		void receive(BounceEvent event) {
			if (this.failing) {
				throw new IllegalStateException("The database is not there");
			}
		}

	}

}
