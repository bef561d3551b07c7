package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What {@code postmark.http} limits.
 */
class RequestLimitTests {

	private final StubPostmark postmark = new StubPostmark();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@CsvSource({ "postmark.http.max-requests=3, jdk, 3", "postmark.http.max-requests=3, http-components, 3",
			"postmark.http.max-connections=2, jdk, 2", "postmark.http.max-connections=2, http-components, 2",
			"postmark.enabled=true, jdk, 64" })
	void noMoreRequestsThanThatAreUnderWayWhateverTheHttpClient(String property, String client, int limit) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl(),
					"spring.http.clients.imperative.factory=" + client, "postmark.http.max-wait=0s", property)
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				this.postmark.holdAnswers();
				List<CompletableFuture<SendResult>> results = IntStream.range(0, limit)
					.mapToObj((i) -> sender.sendAsync(email()))
					.toList();
				await().until(() -> this.postmark.received().size() == limit);
				assertThat(context.getBean(PostmarkClientFactory.class).requestsUnderWay()).isEqualTo(limit);
				assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.send(email()))
					.withMessageContaining("as many requests as may be, " + limit + ", are under way");
				this.postmark.releaseAnswers();
				assertThat(results).allSatisfy((result) -> assertThat(result.join()).isNotNull());
			});
	}

	@Test
	void whereManyWaitAlreadyWhoeverComesWaitsASecondSoThatNotAllThreadsDo() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl(),
					"postmark.http.max-requests=1", "postmark.http.max-wait=1m")
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				this.postmark.holdAnswers();
				CompletableFuture<SendResult> underWay = sender.sendAsync(email());
				await().until(() -> this.postmark.received().size() == 1);
				Thread patient = new Thread(() -> sender.send(email()));
				patient.start();
				await().until(() -> patient.getState() == Thread.State.TIMED_WAITING);
				assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.send(email()))
					.withMessageContaining("it was not its turn within 1000 ms");
				this.postmark.releaseAnswers();
				assertThat(underWay.join()).isNotNull();
				patient.join();
				assertThat(this.postmark.received()).hasSize(2);
			});
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}
