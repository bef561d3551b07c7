package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever fails in the application, an event is not answered 200 that was not handled,
 * nor 403.
 */
class WhenSomethingFailsTests {

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Broken.class),
				WebhookApplication.withDefaults("postmark.webhook.endpoints.relay.path=/relay/webhook",
						"postmark.webhook.endpoints.relay.signature.scheme=standard-webhooks",
						"postmark.webhook.endpoints.relay.signature.signed-by=gateway:test",
						"postmark.webhook.endpoints.relay.signature.key=" + Signed.KEY));
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
		Broken.memory.set(null);
		Broken.listener.set(null);
		Broken.verifier.set(null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/postmark/webhook", "/relay/webhook" })
	void aListenerThatThrowsAnErrorIsAnswered500AndTheNextTryIsHandled(String path) throws IOException {
		Broken.listener.set(() -> {
			throw new StackOverflowError("deep");
		});
		assertThat(post(path, 201).status()).isEqualTo(500);
		Broken.listener.set(null);
		assertThat(post(path, 201).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/postmark/webhook", "/relay/webhook" })
	void aMemoryThatIsGoneIsAnswered503(String path) throws IOException {
		Broken.memory.set(() -> {
			throw new IllegalStateException("no connection");
		});
		RawHttp.Reply reply = post(path, 202);
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.text()).contains("Retry-After: ");
		assertThat(application.events()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/postmark/webhook", "/relay/webhook" })
	void anErrorBeforeTheListenersIsAnswered500(String path) throws IOException {
		Broken.memory.set(() -> {
			throw new NoClassDefFoundError("redis");
		});
		assertThat(post(path, 203).status()).isEqualTo(500);
		assertThat(application.events()).isEmpty();
		Broken.memory.set(null);
		assertThat(post(path, 203).status()).isEqualTo(200);
	}

	@Test
	void aVerifierOfTheApplicationMustAcceptToo() throws IOException {
		Broken.verifier.set(() -> WebhookVerification.rejected("by-hand"));
		assertThat(post("/postmark/webhook", 205).status()).isEqualTo(401);
		assertThat(post("/relay/webhook", 205).status()).isEqualTo(401);
		assertThat(application.http().post("/postmark/webhook", WebhookApplication.BOUNCE).status()).isEqualTo(401);
		Broken.verifier.set(null);
		assertThat(application.http().post("/postmark/webhook", WebhookApplication.BOUNCE).status()).isEqualTo(401);
		assertThat(application.events()).isEmpty();
	}

	private static RawHttp.Reply post(String path, int id) throws IOException {
		String body = WebhookApplication.BOUNCE.replace("4302117755", Integer.toString(id));
		String[] headers = path.startsWith("/relay") ? Signed.headers("msg_" + id, body)
				: new String[] { RawHttp.basic(WebhookApplication.CREDENTIALS) };
		return application.http().post(path, body, headers);
	}

	@Configuration(proxyBeanMethods = false)
	static class Broken {

		private static final AtomicReference<Callable<WebhookMemory.Claim>> memory = new AtomicReference<>();

		private static final AtomicReference<Callable<Object>> listener = new AtomicReference<>();

		private static final AtomicReference<Callable<WebhookVerification>> verifier = new AtomicReference<>();

		private final WebhookMemory working = WebhookMemory.inMemory(100, java.time.Duration.ofMinutes(5),
				java.time.Duration.ofHours(1), java.time.Clock.systemUTC());

		@Bean
		WebhookMemory webhookMemory() {
			return (key) -> {
				if (key.startsWith("event:")) {
					call(memory);
				}
				return this.working.claim(key);
			};
		}

		@Bean
		WebhookVerifier byHand() {
			return new WebhookVerifier() {

				@Override
				public WebhookVerification verify(WebhookRequest request) {
					WebhookVerification verification = call(verifier);
					return (verification != null) ? verification : WebhookVerification.accepted();
				}

			};
		}

		@EventListener
		void receive(BounceEvent event) {
			call(listener);
		}

		private static <T> T call(AtomicReference<Callable<T>> what) {
			try {
				return (what.get() != null) ? what.get().call() : null;
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
