package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.postmarkspring.client.webhook.BasicCredentials;
import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A verifier that cannot tell, because what it asks is not there. Nobody is let in, and
 * Postmark, which gives up after a 401, is told to come again.
 */
class VerifierFailureTests {

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = application("postmark.webhook.protected-paths=/hooks/mine",
				"postmark.webhook.endpoints.relay.path=/relay/webhook",
				"postmark.webhook.endpoints.relay.signature.scheme=standard-webhooks",
				"postmark.webhook.endpoints.relay.signature.signed-by=gateway:test",
				"postmark.webhook.endpoints.relay.signature.key=" + Signed.KEY);
	}

	private static WebhookApplication application(String... properties) {
		return WebhookApplication.start(List.of(Controllers.class, Metrics.class, Verifiers.class),
				WebhookApplication.withDefaults(properties));
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
		application.reached().clear();
		repair(application);
	}

	@ParameterizedTest
	@CsvSource({ "/postmark/webhook, head", "/postmark/webhook, body", "/postmark/webhook, secrets",
			"/relay/webhook, head", "/relay/webhook, body", "/hooks/mine, head", "/hooks/mine, body" })
	void anEventThatCouldNotBeVerifiedIsAnswered503AndHandledWhenItIsPostedAgain(String path, String broken)
			throws IOException {
		Map<String, Integer> before = Metrics.counts(application);
		answer(application, broken, () -> {
			if (broken.equals("secrets")) {
				throw new IllegalStateException("no vault");
			}
			throw new ExceptionInInitializerError("boom");
		});

		RawHttp.Reply reply = post(path, broken);

		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.text()).contains("Retry-After: ").doesNotContain("WWW-Authenticate");
		assertThat(application.events()).isEmpty();
		assertThat(application.reached()).isEmpty();
		assertThat(Metrics.countedSince(before, application)).isEqualTo(Map.of("failed/verifier-failed/none", 1));
		repair(application);
		assertThat(post(path, broken).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "head", "body" })
	void aVerifierThatDecidesNothingLetsNobodyIn(String broken) throws IOException {
		answer(application, broken, () -> null);

		assertThat(post("/postmark/webhook", "null-" + broken).status()).isEqualTo(503);
		assertThat(post("/hooks/mine", "null-" + broken).status()).isEqualTo(503);
		assertThat(application.events()).isEmpty();
		assertThat(application.reached()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "head", "body" })
	void aVerifierOfTheApplicationRefusesInTheSameBytesAsOurs(String refusing) throws IOException {
		String ours = application.http().post("/postmark/webhook", WebhookApplication.BOUNCE).withoutDate();
		answer(application, refusing, () -> WebhookVerification.rejected("by-hand"));

		assertThat(post("/postmark/webhook", "by-" + refusing).withoutDate()).isEqualTo(ours)
			.startsWith("HTTP/1.1 401");
	}

	@Test
	void theLogHasTheClassOfTheFailureTenTimesAndNothingOfWhatItSays() throws IOException {
		try (WebhookApplication other = application(); CapturedLog log = CapturedLog.begin()) {
			answer(other, "head", () -> {
				throw new UnsupportedOperationException("SELECT " + WebhookApplication.PASSWORD);
			});
			for (int i = 0; i < 30; i++) {
				assertThat(other.http()
					.post("/postmark/webhook", WebhookApplication.BOUNCE, RawHttp.basic(WebhookApplication.CREDENTIALS))
					.status()).isEqualTo(503);
			}
			assertThat(log.text()).contains("ERROR The webhook verifier ")
				.doesNotContain(WebhookApplication.PASSWORD)
				.doesNotContain("SELECT");
			assertThat(log.text().split(UnsupportedOperationException.class.getName(), -1)).hasSize(11);
		}
	}

	@Test
	void theLogHasTheReasonOfARefusalWhateverAVerifierCallsIt() throws IOException {
		try (WebhookApplication other = application(); CapturedLog log = CapturedLog.begin()) {
			answer(other, "head", () -> WebhookVerification.rejected("invalid"));
			other.http()
				.post("/postmark/webhook", WebhookApplication.BOUNCE, RawHttp.basic(WebhookApplication.CREDENTIALS));
			assertThat(log.text()).contains("with status 401: invalid");
		}
	}

	private static RawHttp.Reply post(String path, String tag) throws IOException {
		String body = WebhookApplication.BOUNCE.replace("4302117755",
				Integer.toString((path + tag).hashCode() & 0xFFFFFF));
		String[] headers = path.startsWith("/relay") ? Signed.headers("msg_" + tag, body)
				: new String[] { RawHttp.basic(WebhookApplication.CREDENTIALS) };
		return application.http().post(path, body, headers);
	}

	private static void answer(WebhookApplication application, String which, Supplier<WebhookVerification> answer) {
		application.bean(Verifiers.class).answers.put(which, answer);
	}

	private static void repair(WebhookApplication application) {
		application.bean(Verifiers.class).answers.clear();
	}

	@Configuration(proxyBeanMethods = false)
	static class Verifiers {

		private final Map<String, Supplier<WebhookVerification>> answers = new ConcurrentHashMap<>();

		@Bean
		WebhookVerifier ofTheHead() {
			return verifier("head", false);
		}

		@Bean
		WebhookVerifier ofTheBody() {
			return verifier("body", true);
		}

		/** One of ours, whose secrets are kept where they can be out of reach. */
		@Bean
		WebhookVerifier withSecretsFromElsewhere() {
			WebhookVerifier basic = WebhookVerifier.basic(() -> {
				answer("secrets");
				return List.of(new BasicCredentials("postmark", WebhookApplication.PASSWORD));
			});
			return new WebhookVerifier() {

				@Override
				public WebhookVerification verify(WebhookRequest request) {
					return request.path().startsWith("/relay") ? WebhookVerification.accepted() : basic.verify(request);
				}

				@Override
				public boolean needsBody() {
					return false;
				}

			};
		}

		private WebhookVerifier verifier(String name, boolean needsBody) {
			return new WebhookVerifier() {

				@Override
				public WebhookVerification verify(WebhookRequest request) {
					return answer(name);
				}

				@Override
				public boolean needsBody() {
					return needsBody;
				}

			};
		}

		private WebhookVerification answer(String name) {
			return this.answers.getOrDefault(name, WebhookVerification::accepted).get();
		}

	}

}
