package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Mail that is under way, or waits, when an application stops.
 */
class ShutdownTests {

	private final StubPostmark postmark = new StubPostmark();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void whatIsUnderWayIsWaitedFor() {
		ConfigurableApplicationContext context = start();
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> result = context.getBean(PostmarkSender.class).sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
		await().until(() -> !context.getBean(ShutdownLifecycle.class).isRunning());
		assertThat(closing).isNotDone();
		this.postmark.releaseAnswers();
		assertThat(result.join().messageId()).isNotEmpty();
		closing.join();
	}

	@Test
	void theTimeoutOfTheShutdownPhaseEndsTheWaitAndTheOutcomeIsUnknown() {
		ConfigurableApplicationContext context = start("spring.lifecycle.timeout-per-shutdown-phase=50ms",
				"spring.http.clients.imperative.factory=http-components");
		context.getBean(LastWords.class).speechless = true;
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> result = context.getBean(PostmarkSender.class).sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		context.close();
		assertThat(result.handle((value, ex) -> ex).join()).isInstanceOf(AmbiguousSendException.class);
	}

	@Test
	void whatWaitsForItsTurnIsNotAttemptedAndSaidSo() {
		ConfigurableApplicationContext context = start("postmark.http.max-requests=1");
		PostmarkSender sender = context.getBean(PostmarkSender.class);
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> underWay = sender.sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		CompletableFuture<SendResult> waiting = sender.sendAsync(email());
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
		await().until(() -> !context.getBean(ShutdownLifecycle.class).isRunning());
		this.postmark.releaseAnswers();
		closing.join();
		assertThat(underWay.join()).isNotNull();
		assertThat(waiting.handle((value, ex) -> ex).join())
			.hasMessage("Nothing was sent: the application is shutting down");
		assertThat(this.postmark.received()).as("what was under way, and the last words").hasSize(2);
	}

	@Test
	void whenTheApplicationHasStoppedEverybodyHasBeenToldWhatBecameOfTheirMail() {
		ConfigurableApplicationContext context = start("postmark.http.max-requests=4");
		PostmarkSender sender = context.getBean(PostmarkSender.class);
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> results = Stream.generate(() -> sender.sendAsync(email()))
			.limit(2000)
			.toList();
		await().until(() -> this.postmark.received().size() == 4);
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
		await().until(() -> !context.getBean(ShutdownLifecycle.class).isRunning());
		this.postmark.releaseAnswers();
		closing.join();
		assertThat(results).filteredOn((result) -> !result.isDone()).isEmpty();
		assertThat(results).filteredOn((result) -> !result.isCompletedExceptionally()).hasSize(4);
	}

	@Test
	void aBeanThatSendsWhenItIsDestroyedStillCan() {
		ConfigurableApplicationContext context = start();
		LastWords lastWords = context.getBean(LastWords.class);
		context.close();
		assertThat(lastWords.result).isNotNull();
	}

	@Test
	void whenTheContextIsClosedNothingIsSentAndThatIsSaid() {
		ConfigurableApplicationContext context = start();
		PostmarkSender sender = context.getBean(PostmarkSender.class);
		sender.send(email());
		context.close();
		Throwable failure = sender.sendAsync(email()).handle((value, ex) -> ex).join();
		assertThat(failure).isNotInstanceOf(CompletionException.class)
			.hasMessageContaining("the application is shutting down");
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void aContextThatIsStoppedAndStartedSendsAsBefore() {
		try (ConfigurableApplicationContext context = start()) {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			sender.send(email());
			context.stop();
			context.start();
			assertThat(sender.sendAsync(email()).join()).isNotNull();
		}
	}

	@Test
	void aContextThatIsStoppedAndStartedWhileARequestHangsStartsAtOnceAndSends() {
		try (ConfigurableApplicationContext context = start("spring.lifecycle.timeout-per-shutdown-phase=50ms",
				"postmark.http.max-requests=2", "postmark.http.max-wait=0s")) {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			this.postmark.holdAnswers();
			CompletableFuture<SendResult> hanging = sender.sendAsync(email());
			await().until(() -> this.postmark.received().size() == 1);
			context.stop();
			context.start();
			CompletableFuture<SendResult> another = sender.sendAsync(email());
			await().until(() -> this.postmark.received().size() == 2);
			PostmarkClientFactory factory = context.getBean(PostmarkClientFactory.class);
			assertThat(factory.requestsUnderWay()).isEqualTo(2);
			assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.send(email()))
				.withMessageContaining("as many requests as may be, 2, are under way");
			this.postmark.releaseAnswers();
			assertThat(hanging.join()).isNotNull();
			assertThat(another.join()).isNotNull();
			await().until(() -> factory.requestsUnderWay() == 0);
		}
	}

	@Test
	void itIsTheTurnOfTheMailWhenTheWebServerHasAnsweredItsLastRequest() {
		assertThat(ShutdownLifecycle.PHASE).isLessThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1024);
	}

	private ConfigurableApplicationContext start(String... properties) {
		SpringApplication application = new SpringApplication(LastWordsConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		String[] arguments = new String[properties.length + 2];
		for (int i = 0; i < properties.length; i++) {
			arguments[i] = "--" + properties[i];
		}
		arguments[properties.length] = "--postmark.server-token=token";
		arguments[properties.length + 1] = "--postmark.base-url=" + this.postmark.baseUrl();
		return application.run(arguments);
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class LastWordsConfiguration {

		@Bean
		LastWords lastWords(PostmarkSender sender, PostmarkClientFactory factory) {
			return new LastWords(sender);
		}

	}

	static class LastWords implements DisposableBean {

		private final PostmarkSender sender;

		private volatile boolean speechless;

		private volatile SendResult result;

		LastWords(PostmarkSender sender) {
			this.sender = sender;
		}

		@Override
		public void destroy() {
			if (!this.speechless) {
				this.result = this.sender.send(email());
			}
		}

	}

}
