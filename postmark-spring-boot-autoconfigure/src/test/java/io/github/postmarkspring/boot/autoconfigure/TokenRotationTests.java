package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tokens change while mail is sent.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenRotationTests {

	private static final int SENDERS = 16;

	private static final int ROTATIONS = 30;

	// The client of the JDK has a race between an answer and the next request.
	private static final int MOST_LOST_ANSWERS = 5;

	@TempDir
	private Path directory;

	private Path file;

	private PostmarkEmulator postmark;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() throws Exception {
		this.postmark = PostmarkEmulator.builder().serverToken("s3cr3t-0").maxMessages(100_000).start();
		this.file = Files.writeString(this.directory.resolve("token"), "s3cr3t-0\n");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withBean(Changes.class)
			.withPropertyValues("postmark.server-token-location=file:" + this.file,
					"postmark.base-url=" + this.postmark.baseUrl(), "postmark.defaults.from=shop@shop.example");
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void sixteenSendersLoseAndDoubleNothingWhileTheTokenIsReplacedThirtyTimes(CapturedOutput output) {
		this.runner.run((context) -> rotateUnderLoad(context.getBean(PostmarkSender.class), 0));
		assertThat(output).doesNotContain("s3cr3t");
	}

	@Test
	void neitherDoTheyOnTheClientOfTheJdk() {
		this.runner.withClassLoader(new FilteredClassLoader("org.apache.hc"))
			.run((context) -> rotateUnderLoad(context.getBean(PostmarkSender.class), MOST_LOST_ANSWERS));
	}

	/** None is lost or doubled; what the engine has lost of the answers is told. */
	private void rotateUnderLoad(PostmarkSender sender, int mostLostAnswers) throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger sent = new AtomicInteger();
		// A rotation is noticed by all before the next one: nobody replaces tokens
		// faster.
		Set<Integer> waitedFor = ConcurrentHashMap.newKeySet();
		Queue<Exception> failures = new ConcurrentLinkedQueue<>();
		ExecutorService executor = Executors.newFixedThreadPool(SENDERS);
		List<Future<?>> senders = new ArrayList<>();
		for (int i = 0; i < SENDERS; i++) {
			int number = i;
			senders.add(executor.submit(() -> {
				while (!done.get()) {
					boolean wasWaitedFor = waitedFor.contains(number);
					try {
						sender.send(email("Mail " + sent.incrementAndGet()));
					}
					catch (Exception ex) {
						failures.add(ex);
					}
					if (wasWaitedFor) {
						waitedFor.remove(number);
					}
				}
			}));
		}
		for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
			replaceToken("s3cr3t-" + (rotation - 1), "s3cr3t-" + rotation);
			IntStream.range(0, SENDERS).forEach(waitedFor::add);
			// Often, because the emulator keeps no more than it has memory for.
			await().pollInterval(Duration.ofMillis(1)).until(waitedFor::isEmpty);
		}
		done.set(true);
		for (Future<?> each : senders) {
			each.get(60, TimeUnit.SECONDS);
		}
		executor.shutdown();
		assertThat(failures).hasSizeLessThanOrEqualTo(mostLostAnswers)
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(AmbiguousSendException.class));
		assertThat(received()).isBetween((long) sent.get() - failures.size(), (long) sent.get());
	}

	/** In the file first; from the next instant on the old one is refused. */
	private void replaceToken(String before, String after) throws Exception {
		Path next = Files.writeString(this.directory.resolve("next"), after + "\n");
		Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		this.postmark.control().replaceServerToken(before, after);
	}

	/** As Postmark counts them, asked without our client. */
	private long received() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.postmark.baseUrl() + "/messages/outbound?count=1&offset=0"))
			.header("Accept", "application/json")
			.header("X-Postmark-Server-Token", this.postmark.serverToken())
			.build();
		String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
		return JsonMapper.shared().readTree(answer).path("TotalCount").asLong(-1);
	}

	@Test
	void aChangeIsPublishedCountedAndLogged() {
		// Not the console, which other tests tell to show warnings only.
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		Logger logger = (Logger) LoggerFactory.getLogger(EnvironmentTokens.class);
		logger.setLevel(Level.INFO);
		logger.addAppender(log);
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			replaceToken("s3cr3t-0", "s3cr3t-1");
			context.getBean(PostmarkSender.class).send(email("Hello"));
			assertThat(context.getBean(Changes.class).events)
				.containsExactly(new PostmarkTokenChangedEvent("default", "postmark.server-token"));
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.token.changes")
				.tag("property", "postmark.server-token")
				.counter()
				.count()).isEqualTo(1);
			assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
				.containsExactly("The token 'postmark.server-token' has changed, the new one is in use from now on");
		});
		logger.detachAppender(log);
	}

	@Test
	void aFailureToReadIsCounted() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			Files.delete(this.file);
			context.getBean(PostmarkConnectionDetails.class).refused("s3cr3t-0");
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.token.failures")
				.tag("property", "postmark.server-token")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void withoutMicrometerTokensRotateAsWell() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class)).run((context) -> {
			replaceToken("s3cr3t-0", "s3cr3t-1");
			context.getBean(PostmarkSender.class).send(email("Hello"));
			assertThat(received()).isEqualTo(1);
		});
	}

	@Test
	void aListenerThatFailsDoesNotCostAMail(CapturedOutput output) {
		this.runner.withBean(FailingListener.class).run((context) -> {
			replaceToken("s3cr3t-0", "s3cr3t-1");
			context.getBean(PostmarkSender.class).send(email("Hello"));
			assertThat(received()).isEqualTo(1);
			assertThat(output).contains("A listener of PostmarkTokenChangedEvent, or a counter of tokens, failed");
		});
	}

	@Test
	void aCounterThatFailsDoesNotCostAMailEither() {
		SimpleMeterRegistry failing = new SimpleMeterRegistry();
		failing.config().onMeterAdded((meter) -> {
			throw new IllegalArgumentException("tags");
		});
		this.runner.withBean(MeterRegistry.class, () -> failing).run((context) -> {
			replaceToken("s3cr3t-0", "s3cr3t-1");
			context.getBean(PostmarkSender.class).send(email("Hello"));
			assertThat(received()).isEqualTo(1);
			assertThat(context.getBean(Changes.class).events).hasSize(1);
		});
	}

	@Test
	void whenSpringCloudSaysThatTheEnvironmentHasChangedTokensAreReadAgain() {
		this.runner.run((context) -> {
			replaceToken("s3cr3t-0", "s3cr3t-1");
			context.publishEvent(new EnvironmentChangeEvent(this));
			assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken()).isEqualTo("s3cr3t-1");
		});
	}

	@Test
	void aTokenThatIsNotReplacedIsRefusedOnceAndSaidWhich(CapturedOutput output) {
		this.runner.run((context) -> {
			this.postmark.control().replaceServerToken("s3cr3t-0", "s3cr3t-1");
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email("Hello")))
				.withMessageContaining("postmark.server-token")
				.withMessageContaining("account token does not work here")
				.withMessageNotContaining("s3cr3t");
		});
	}

	private static Email email(String subject) {
		return Email.builder().to("kim@mail.example").subject(subject).textBody("Hello").build();
	}

	static class Changes {

		private final Queue<PostmarkTokenChangedEvent> events = new ConcurrentLinkedQueue<>();

		@EventListener
		void changed(PostmarkTokenChangedEvent event) {
			this.events.add(event);
		}

	}

	static class FailingListener {

		@EventListener
		void changed(PostmarkTokenChangedEvent event) {
			throw new IllegalStateException("listener");
		}

	}

}
