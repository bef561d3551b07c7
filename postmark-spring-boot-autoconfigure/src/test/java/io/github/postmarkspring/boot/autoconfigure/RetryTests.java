package io.github.postmarkspring.boot.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code postmark.retry} changes.
 */
class RetryTests {

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
		.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void thereAreThreeAttempts() {
		this.postmark.answer(429, "");
		this.runner.withPropertyValues("postmark.retry.delay=0s").run((context) -> {
			assertThatExceptionOfType(RateLimitedException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()));
			assertThat(this.postmark.received()).hasSize(3);
		});
	}

	@Test
	void onePropertyTurnsThemOff() {
		this.runner.withPropertyValues("postmark.retry.max-attempts=1").run((context) -> {
			this.postmark.answer(429, "");
			assertThatExceptionOfType(RateLimitedException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()));
			this.postmark.answer(502, "");
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> context.getBean(PostmarkServerClient.class).server().get());
			assertThat(this.postmark.received()).hasSize(2);
		});
	}

	@Test
	void anApplicationThatStopsWaitsForNoFurtherAttempt() {
		this.postmark.answer(429, "", "Retry-After: 3600");
		CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
		this.runner.withPropertyValues("postmark.retry.max-retry-after=1h", "postmark.retry.deadline=24h")
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				Thread thread = new Thread(() -> {
					try {
						sender.send(email());
					}
					catch (RuntimeException ex) {
						failure.complete(ex);
					}
				});
				thread.setDaemon(true);
				thread.start();
				Awaitility.await().until(() -> !this.postmark.received().isEmpty());
			});
		assertThat(failure.orTimeout(1, TimeUnit.MINUTES).join()).isInstanceOf(RateLimitedException.class);
		assertThat(this.postmark.received()).hasSize(1);
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}
