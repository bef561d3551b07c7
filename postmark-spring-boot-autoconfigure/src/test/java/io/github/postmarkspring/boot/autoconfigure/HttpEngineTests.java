package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.util.TimeValue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * One client, one pool: how the HTTP engines are set up, built and closed.
 */
class HttpEngineTests {

	private final StubPostmark postmark = new StubPostmark();

	// The threads of other tests end a while after them.
	private final Set<Thread> threadsBefore = allThreads();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
		.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@EnumSource
	void aThousandSendsOneAfterTheOtherUseOneConnection(Engine engine) {
		with(engine).run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			for (int i = 0; i < 1_000; i++) {
				sender.send(email());
			}
			assertThat(this.postmark.received()).hasSize(1_000);
			assertThat(this.postmark.connectionCount()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@EnumSource
	void sixtyFourThreadsUseSixtyFourConnectionsAtMost(Engine engine) {
		with(engine).run((context) -> {
			int lost = sendFrom(64, 20, context.getBean(PostmarkSender.class));
			// The client of the JDK has a race between an answer and the next request.
			assertThat(lost).isLessThanOrEqualTo((engine == Engine.HTTP_COMPONENTS) ? 0 : 3);
			assertThat(this.postmark.received()).hasSize(64 * 20);
			assertThat(this.postmark.connectionCount()).isBetween(2, 64 + lost);
		});
	}

	@Test
	void theSizeOfThePoolCanBeSet() {
		with(Engine.HTTP_COMPONENTS).withPropertyValues("postmark.http.max-connections=3").run((context) -> {
			assertThat(sendFrom(16, 10, context.getBean(PostmarkSender.class))).isZero();
			assertThat(this.postmark.connectionCount()).isBetween(1, 3);
		});
	}

	@ParameterizedTest
	@EnumSource
	void nothingIsBuiltAndNoThreadStartsBeforeTheFirstSend(Engine engine) {
		with(engine).run((context) -> {
			context.getBean(PostmarkSender.class);
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isFalse();
			assertThat(threads()).isEmpty();
			assertThat(this.postmark.connectionCount()).isZero();
			context.getBean(PostmarkSender.class).send(email());
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isTrue();
		});
	}

	@Test
	void aConnectionOfHttpComponentsIsUsedForFiveMinutesAtMostAndNotAfterThirtySecondsIdle() {
		AtomicReference<ConnectionConfig.Builder> connections = new AtomicReference<>();
		AtomicReference<HttpClientBuilder> client = new AtomicReference<>();
		HttpComponentsEngine.build(ClientHttpRequestFactoryBuilder.httpComponents()
			.withConnectionConfigCustomizer(connections::set)
			.withHttpClientCustomizer(client::set), HttpClientSettings.defaults(), null, 64);
		assertThat(connections.get().build().getTimeToLive()).isEqualTo(TimeValue.ofMinutes(5));
		assertThat(ReflectionTestUtils.getField(client.get(), "keepAliveStrategy"))
			.asInstanceOf(InstanceOfAssertFactories.type(ConnectionKeepAliveStrategy.class))
			.extracting(
					(strategy) -> strategy.getKeepAliveDuration(new BasicHttpResponse(200), HttpClientContext.create()))
			.isEqualTo(TimeValue.ofSeconds(30));
	}

	@Test
	void closingTheContextClosesTheConnections() {
		with(Engine.HTTP_COMPONENTS).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.postmark.openConnections()).isEqualTo(1);
			context.close();
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> this.postmark.openConnections() == 0);
		});
	}

	@Test
	void closingTheContextLetsGoOfTheJdkClientItsConnectionsAndItsThreads() {
		with(Engine.JDK).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(threads()).isNotEmpty();
			context.close();
		});
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			// The client closes itself when nobody refers to it any more.
			System.gc();
			return threads().isEmpty() && this.postmark.openConnections() == 0;
		});
	}

	@Test
	void aSendUnderWayOnTheJdkClientStillGetsItsAnswerWhenTheContextIsClosed() {
		CompletableFuture<SendResult> send = new CompletableFuture<>();
		this.postmark.holdAnswers();
		with(Engine.JDK).withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
			.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=50ms")
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				send.completeAsync(() -> sender.send(email()));
				Awaitility.await().until(() -> this.postmark.received().size() == 1);
			});
		this.postmark.releaseAnswers();
		assertThat(send).succeedsWithin(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@EnumSource
	void afterTheContextIsClosedNothingIsSent(Engine engine) {
		with(engine).run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			context.close();
			assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.send(email()))
				.withMessageContaining("shutting down")
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
		});
	}

	@ParameterizedTest
	@EnumSource
	void norIsPostmarkAskedForItsHealth(Engine engine) {
		with(engine).run((context) -> {
			HttpEngine probe = context.getBean(HttpEngine.class).probe(Duration.ofSeconds(2));
			context.close();
			assertThatIllegalStateException()
				.isThrownBy(() -> probe.createRequest(this.postmark.baseUrl(), HttpMethod.GET))
				.withMessageContaining("shutting down");
		});
	}

	@ParameterizedTest
	@EnumSource
	void theReadTimeoutCanBeSet(Engine engine) {
		this.postmark.hang();
		with(engine).withPropertyValues("postmark.read-timeout=200ms", "spring.http.clients.read-timeout=1h")
			.run((context) -> assertThatExceptionOfType(AmbiguousSendException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email())));
	}

	@ParameterizedTest
	@EnumSource
	void bootsOwnReadTimeoutAppliesWhereOursIsNotSet(Engine engine) {
		this.postmark.hang();
		with(engine).withPropertyValues("spring.http.clients.read-timeout=200ms")
			.run((context) -> assertThatExceptionOfType(AmbiguousSendException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email())));
	}

	@ParameterizedTest
	@EnumSource
	void aRedirectIsNotFollowedEvenIfTheApplicationsOtherClientsDo(Engine engine) {
		try (StubPostmark elsewhere = new StubPostmark()) {
			this.postmark.answer(307, "", "Location: " + elsewhere.baseUrl());
			with(engine).withPropertyValues("spring.http.clients.redirects=follow")
				.run((context) -> assertThatExceptionOfType(PostmarkTransportException.class)
					.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email())));
			assertThat(elsewhere.received()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aCookieOfTheServersIsNotSentBackEvenIfTheApplicationsOtherClientsDo(Engine engine) {
		this.postmark.answer(200, "{\"MessageID\":\"m1\"}", "Set-Cookie: a=b");
		with(engine).withPropertyValues("spring.http.clients.cookie-handling=enable").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.postmark.received()).hasSize(2)
				.allSatisfy((request) -> assertThat(request.headers()).doesNotContainKeys("cookie", "accept-encoding",
						"upgrade", "transfer-encoding"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "429", "503" })
	void httpComponentsDoesNotRepeatAPostByItselfNotEvenOneThatAnInterceptorHasBuffered(String status) {
		this.postmark.answer(Integer.parseInt(status), "{\"ErrorCode\":100,\"Message\":\"later\"}", "Retry-After: 0");
		RestClientCustomizer interceptor = (builder) -> builder
			.requestInterceptor((request, body, execution) -> execution.execute(request, body));
		with(Engine.HTTP_COMPONENTS).withPropertyValues("postmark.retry.max-attempts=1")
			.withBean(RestClientCustomizer.class, () -> interceptor)
			.run((context) -> {
				assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()));
				assertThat(this.postmark.received()).hasSize(1);
			});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "none, 30", "timeout=5, 5", "timeout=3600, 30", "'max=100', 30",
			"timeout=0, 0", "timeout=-1, 30" })
	void aConnectionIsKeptForThirtySecondsAndForLessIfTheServerSaysSo(@Nullable String header, long seconds) {
		BasicHttpResponse response = new BasicHttpResponse(200);
		if (header != null) {
			response.setHeader("Keep-Alive", header);
		}
		assertThat(HttpComponentsEngine.keepAlive(response, HttpClientContext.create()).toSeconds()).isEqualTo(seconds);
	}

	@Test
	void withoutHttpComponentsTheJdkClientIsUsed() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpClients.class)).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.postmark.only().headers().get("user-agent")).startsWith("Java-http-client");
		});
	}

	@Test
	void withHttpComponentsItIsUsed() {
		this.runner.run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.postmark.only().headers().get("user-agent")).startsWith("Apache-HttpClient");
		});
	}

	@Test
	void anotherEngineOfTheApplicationsChoiceIsUsedAsItIs() {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=simple").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.postmark.received()).hasSize(1);
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void withVirtualThreadsTheJdkClientUsesThem() {
		with(Engine.JDK).withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			sendFrom(8, 5, context.getBean(PostmarkSender.class));
			assertThat(this.postmark.received()).hasSize(40);
			assertThat(threads()).isEmpty();
		});
	}

	private ApplicationContextRunner with(Engine engine) {
		return this.runner.withPropertyValues(
				"spring.http.clients.imperative.factory=" + engine.name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/** Returns how many answers were lost, and said to be. */
	private static int sendFrom(int threadCount, int sendCount, PostmarkSender sender) throws Exception {
		AtomicInteger lost = new AtomicInteger();
		ExecutorService executor = Executors.newFixedThreadPool(threadCount);
		CountDownLatch start = new CountDownLatch(threadCount);
		try {
			List<Future<?>> sends = new ArrayList<>();
			for (int i = 0; i < threadCount; i++) {
				sends.add(executor.submit(() -> {
					start.countDown();
					start.await();
					for (int j = 0; j < sendCount; j++) {
						try {
							sender.send(email());
						}
						catch (AmbiguousSendException ex) {
							lost.incrementAndGet();
						}
					}
					return null;
				}));
			}
			for (Future<?> send : sends) {
				send.get(30, TimeUnit.SECONDS);
			}
		}
		finally {
			executor.shutdownNow();
		}
		return lost.get();
	}

	private List<String> threads() {
		Set<Thread> threads = allThreads();
		threads.removeAll(this.threadsBefore);
		return threads.stream().map(Thread::getName).filter((name) -> name.startsWith("postmark-http-")).toList();
	}

	private static Set<Thread> allThreads() {
		return new HashSet<>(Thread.getAllStackTraces().keySet());
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

	enum Engine {

		HTTP_COMPONENTS, JDK

	}

}
