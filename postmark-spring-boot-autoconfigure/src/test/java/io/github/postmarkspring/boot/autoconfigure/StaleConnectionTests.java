package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.postmarkspring.boot.autoconfigure.HttpEngineTests.Engine;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of mail when the server closes connections that are kept for the next one,
 * on each HTTP engine as it is set up.
 */
class StaleConnectionTests {

	/** So much time there is between two sends at least. */
	private static final Duration BETWEEN = Duration.ofMillis(25);

	private static final int AT_ONCE = 20;

	@ParameterizedTest
	@CsvSource({ "HTTP_COMPONENTS, false", "HTTP_COMPONENTS, true", "JDK, false", "JDK, true" })
	void aThousandSendsSucceedThoughTheServerClosesEachConnectionBetweenThem(Engine engine, boolean reset) {
		try (ClosingServer server = new ClosingServer(0, reset)) {
			with(engine, server, (sender) -> {
				for (int i = 0; i < 1_000; i += AT_ONCE) {
					List<CompletableFuture<SendResult>> sends = IntStream.range(i, i + AT_ONCE)
						.mapToObj((number) -> sender.sendAsync(email(number)))
						.toList();
					assertThat(sends).allSatisfy((send) -> assertThat(send.get()).isNotNull());
					server.closeConnections();
					Awaitility.await().pollDelay(BETWEEN).pollInterval(Duration.ofMillis(1)).until(() -> true);
				}
			});
			assertThat(server.requests()).hasSize(1_000).doesNotHaveDuplicates();
			assertThat(server.connections()).isBetween(1_000 / AT_ONCE, 1_000);
		}
	}

	@ParameterizedTest
	@CsvSource({ "HTTP_COMPONENTS, false", "HTTP_COMPONENTS, true", "JDK, false", "JDK, true" })
	void aConnectionThatIsClosedInsteadOfAnAnswerLeavesOneMailUnknownAndDoublesNone(Engine engine, boolean reset) {
		try (ClosingServer server = new ClosingServer(1, reset)) {
			List<Integer> unknown = new ArrayList<>();
			with(engine, server, (sender) -> {
				for (int i = 0; i < 20; i++) {
					try {
						sender.send(email(i));
					}
					catch (AmbiguousSendException ex) {
						unknown.add(i);
					}
				}
			});
			assertThat(server.requests()).hasSize(20).doesNotHaveDuplicates();
			assertThat(new HashSet<>(unknown)).hasSize(10).allMatch((i) -> i % 2 == 1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'', true", "true, true", "false, false" })
	@ExtendWith(OutputCaptureExtension.class)
	void aJdkClientThatIsToldToRepeatWhatItSendsIsWarnedOf(String value, boolean warned, CapturedOutput output) {
		try (ClosingServer server = new ClosingServer(0, false)) {
			// The client reads it once, and must have done so before.
			with(Engine.JDK, server, (sender) -> sender.send(email(0)));
			System.setProperty("jdk.httpclient.enableAllMethodRetry", value);
			with(Engine.JDK, server, (sender) -> sender.send(email(1)));
		}
		finally {
			System.clearProperty("jdk.httpclient.enableAllMethodRetry");
		}
		assertThat(output.getAll().contains("may send a mail twice")).isEqualTo(warned);
	}

	private static void with(Engine engine, ClosingServer server, ThrowingConsumer<PostmarkSender> sending) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + server.baseUrl(),
					"spring.http.clients.imperative.factory="
							+ engine.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.run((context) -> sending.accept(context.getBean(PostmarkSender.class)));
	}

	private static Email email(int i) {
		return Email.builder().from("a@b.example").to("m" + i + "@d.example").textBody("Hi").build();
	}

}
