package io.github.postmarkspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.http.RetrySettings;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.method;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

class PostmarkClientFactoryTests {

	private static final Email EMAIL = Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();

	@ParameterizedTest
	@ValueSource(
			strings = { "https://api.postmarkapp.com", "https://gateway.example/postmark/", "http://localhost:8025",
					"http://127.0.0.1:8025", "http://127.9.9.9", "http://[::1]:8025", "http://LOCALHOST" })
	void tokensMayTravelOverTlsAndToLoopback(String url) {
		assertThatNoException().isThrownBy(() -> PostmarkClientFactory.create(URI.create(url), RestClient.builder()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.postmarkapp.com", "http://10.0.0.1", "http://localhost.evil.example",
			"http://127.0.0.1.evil.example", "http://[2001:db8::1]", "ftp://localhost", "/relative", "localhost:8025",
			"https://user:secret@api.postmarkapp.com", "https://api.postmarkapp.com?x=secret",
			"https://api.postmarkapp.com#secret" })
	void noTokenMayTravelInTheClear(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PostmarkClientFactory.create(URI.create(url), RestClient.builder()))
			.withMessageNotContaining("secret");
	}

	@Test
	void aPathOfTheBaseUrlIsKept() {
		RestClient.Builder builder = RestClient.builder();
		MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
		server.expect(requestTo("https://gateway.example/postmark/email"))
			.andExpect(method(HttpMethod.POST))
			.andExpect(header("X-Postmark-Server-Token", "token"))
			.andRespond(withSuccess("{\"MessageID\":\"m1\",\"ErrorCode\":0}", MediaType.APPLICATION_JSON));
		PostmarkSender sender = PostmarkClientFactory.create(URI.create("https://gateway.example/postmark/"), builder)
			.sender(() -> "token", MessageDefaults.none());
		assertThat(sender.send(EMAIL).messageId()).isEqualTo("m1");
		server.verify();
	}

	@Test
	void nothingIsBuiltBeforeTheFirstSend() {
		AtomicBoolean used = new AtomicBoolean();
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkClientFactory factory = PostmarkClientFactory.create(postmark.baseUrl(),
					RestClient.builder().requestFactory((uri, method) -> {
						used.set(true);
						return new JdkClientHttpRequestFactory().createRequest(uri, method);
					}));
			PostmarkSender sender = factory.sender(() -> "token", MessageDefaults.none());
			factory.serverClient(() -> "token");
			factory.accountClient(() -> "token");
			assertThat(used).isFalse();
			sender.send(EMAIL);
			assertThat(used).isTrue();
		}
	}

	@Test
	void aTokenThatIsNotThereIsNotSent() {
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkSender sender = PostmarkClientFactory.create(postmark.baseUrl(), Engine.JDK.builder())
				.sender(() -> " ", MessageDefaults.none());
			assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> sender.send(EMAIL))
				.withMessage("No request was made: there is no token for X-Postmark-Server-Token");
			assertThat(postmark.received()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aTokenThatIsNoHeaderValueIsNotShownAndNotSent(Engine engine) {
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkClientFactory factory = PostmarkClientFactory.create(postmark.baseUrl(), engine.builder());
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(() -> factory.sender(() -> "s3cr3t\n", MessageDefaults.none()).send(EMAIL))
				.satisfies((ex) -> assertThat(ex).hasStackTraceContaining("line break"))
				.satisfies((ex) -> assertThat(Throwables.getStackTrace(ex)).doesNotContain("s3cr3t"));
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(() -> factory.serverClient(() -> "s3cr3t\r\nX-Evil: 1").server().get());
			assertThat(postmark.received()).isEmpty();
		}
	}

	@Test
	void aTokenSourceThatFailsIsTold() {
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkSender sender = PostmarkClientFactory.create(postmark.baseUrl(), Engine.JDK.builder())
				.sender(() -> {
					throw new IllegalStateException("the vault is sealed");
				}, MessageDefaults.none());
			assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> sender.send(EMAIL))
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse())
				.havingCause()
				.withMessage("the vault is sealed");
		}
	}

	@Test
	void tokensGoToTheBaseUrlAndNowhereElse() {
		try (StubPostmark postmark = new StubPostmark(); StubPostmark elsewhere = new StubPostmark()) {
			RestClient.Builder builder = Engine.JDK.builder()
				.baseUrl(elsewhere.baseUrl())
				.uriBuilderFactory(new DefaultUriBuilderFactory(elsewhere.baseUrl().toString()));
			PostmarkClientFactory.create(postmark.baseUrl(), builder)
				.sender(() -> "token", MessageDefaults.none())
				.send(EMAIL);
			assertThat(elsewhere.received()).isEmpty();
			assertThat(postmark.received()).hasSize(1);
		}
	}

	@Test
	void aClosedFactoryEndsTheWaitForAnotherAttempt() throws Exception {
		Duration day = Duration.ofHours(24);
		ExecutorService caller = Executors.newSingleThreadExecutor();
		try (StubPostmark postmark = new StubPostmark();
				PostmarkClientFactory factory = PostmarkClientFactory.builder(postmark.baseUrl(), Engine.JDK.builder())
					.retry(new RetrySettings(3, day.dividedBy(2), 1, 0, day, day, day))
					.build()) {
			postmark.answer(429, "");
			PostmarkSender sender = factory.sender(() -> "token", MessageDefaults.none());
			Future<?> waiting = caller.submit(() -> sender.send(EMAIL));
			Awaitility.await().until(() -> !postmark.received().isEmpty());
			factory.close();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> waiting.get(1, TimeUnit.MINUTES))
				.withCauseInstanceOf(RateLimitedException.class);
			assertThat(postmark.received()).hasSize(1);
		}
		finally {
			caller.shutdownNow();
		}
	}

}
