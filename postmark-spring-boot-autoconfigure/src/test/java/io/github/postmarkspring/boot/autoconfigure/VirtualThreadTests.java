package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.VirtualThreadTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many sends at once on virtual threads, to a server that takes its time.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads before JDK 21")
class VirtualThreadTests {

	private static final int SENDS = 2_000;

	private static final Duration LONG = Duration.ofMinutes(2);

	private final StubPostmark postmark = new StubPostmark();

	private final VirtualThreadTaskExecutor executor = new VirtualThreadTaskExecutor("sending-");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void twoThousandSendsPinNoThreadAndKeepToTheLimits(String engine, @TempDir Path directory) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl(),
					"postmark.http.max-wait=2m", "postmark.retry.deadline=5m", "spring.threads.virtual.enabled=true",
					"spring.http.clients.imperative.factory=" + engine)
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				// What is built once, by the JDK too, is not built while it is looked at.
				CompletableFuture.runAsync(() -> sender.send(email()), this.executor).join();
				try (Recording recording = new Recording()) {
					recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
					recording.start();
					int lost = sendAll(sender, context.getBean(PostmarkClientFactory.class));
					recording.stop();
					assertThat(pinned(recording, directory.resolve("sends.jfr"))).isEmpty();
					// The client of the JDK has a race between an answer and the next
					// request.
					assertThat(lost).isLessThanOrEqualTo("jdk".equals(engine) ? 20 : 0);
					assertThat(this.postmark.connectionCount()).isBetween(64, 64 + lost);
				}
				assertThat(this.postmark.received()).hasSize(1 + SENDS);
			});
	}

	/** Returns how many answers were lost, and said to be. */
	private int sendAll(PostmarkSender sender, PostmarkClientFactory factory) {
		AtomicInteger begun = new AtomicInteger();
		AtomicInteger lost = new AtomicInteger();
		this.postmark.holdAnswers();
		List<CompletableFuture<Void>> sends = IntStream.range(0, SENDS)
			.mapToObj((i) -> CompletableFuture.runAsync(() -> {
				begun.incrementAndGet();
				try {
					sender.send(email());
				}
				catch (AmbiguousSendException ex) {
					lost.incrementAndGet();
				}
			}, this.executor))
			.toList();
		await().atMost(LONG).until(() -> begun.get() == SENDS && this.postmark.received().size() == 1 + 64);
		assertThat(factory.requestsUnderWay()).isEqualTo(64);
		assertThat(this.postmark.openConnections()).isEqualTo(64);
		this.postmark.releaseAnswers();
		assertThat(CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))).succeedsWithin(LONG);
		return lost.get();
	}

	/** What of ours was on a thread that was pinned. */
	private static List<RecordedEvent> pinned(Recording recording, Path file) throws IOException {
		recording.dump(file);
		return RecordingFile.readAllEvents(file)
			.stream()
			.filter((event) -> event.getStackTrace()
				.getFrames()
				.stream()
				.map((frame) -> frame.getMethod().getType().getName())
				.anyMatch((type) -> type.startsWith("io.github.postmarkspring.client.message.")))
			.toList();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}
