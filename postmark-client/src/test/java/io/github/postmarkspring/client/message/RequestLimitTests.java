package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.http.RequestLimits;
import io.github.postmarkspring.client.http.RetrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * A Postmark that is slow, and how many threads it can hold.
 */
class RequestLimitTests {

	private final StubPostmark postmark = new StubPostmark();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void oneMoreThanMayBeUnderWayWaitsForAWhileAndFailsWithNothingSent() {
		PostmarkClientFactory factory = factory(new RequestLimits(2, Duration.ofMillis(50)));
		PostmarkSender sender = sender(factory);
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> first = List.of(start(sender), start(sender));
		await().until(() -> this.postmark.received().size() == 2);
		assertThat(factory.requestsUnderWay()).isEqualTo(2);
		PostmarkTransportException ex = catchThrowableOfType(PostmarkTransportException.class,
				() -> sender.send(email()));
		assertThat(ex).isNotInstanceOf(AmbiguousSendException.class)
			.hasMessage(
					"Nothing was sent: as many requests as may be, 2, are under way, and it was not its turn within 50 ms");
		assertThat(ex.mayHaveBeenSent()).isFalse();
		this.postmark.releaseAnswers();
		assertThat(first).allSatisfy((sent) -> assertThat(sent.join().messageId()).isNotEmpty());
		assertThat(sender.send(email())).isNotNull();
		assertThat(this.postmark.received()).hasSize(3);
		assertThat(factory.requestsUnderWay()).isZero();
	}

	@Test
	void whatHasToWaitIsSentWhenAnotherRequestEnds() {
		PostmarkSender sender = sender(factory(new RequestLimits(1, Duration.ofMinutes(1))));
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> first = start(sender);
		await().until(() -> this.postmark.received().size() == 1);
		CompletableFuture<SendResult> second = start(sender);
		this.postmark.releaseAnswers();
		assertThat(first.join()).isNotNull();
		assertThat(second.join()).isNotNull();
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void aBatchHasNoMoreRequestsUnderWayThanMayBeSoThatNoneOfItsOwnWaitsInVain() {
		this.postmark.answer(200, "[{\"MessageID\":\"id\",\"ErrorCode\":0,\"Message\":\"OK\"}]");
		PostmarkSender sender = factory(new RequestLimits(2, Duration.ZERO)).sender(() -> "token",
				MessageDefaults.none(), new BatchSettings(1, 50_000_000, 4));
		this.postmark.holdAnswers();
		CompletableFuture<BatchResult> result = CompletableFuture
			.supplyAsync(() -> sender.sendAll(Collections.nCopies(10, email())));
		await().until(() -> this.postmark.received().size() == 2);
		this.postmark.releaseAnswers();
		assertThat(result.join()).hasToString("BatchResult[accepted=10, rejected=0, unknown=0, notAttempted=0]");
	}

	@Test
	void aRequestThatFailsMakesRoomForTheNext() {
		PostmarkSender sender = sender(factory(new RequestLimits(1, Duration.ZERO)));
		this.postmark.reset();
		for (int i = 0; i < 3; i++) {
			assertThat(catchThrowableOfType(AmbiguousSendException.class, () -> sender.send(email()))).isNotNull();
		}
	}

	@Test
	void callsThatReadAreLimitedToo() {
		PostmarkClientFactory factory = factory(new RequestLimits(1, Duration.ZERO));
		this.postmark.holdAnswers();
		start(sender(factory));
		await().until(() -> this.postmark.received().size() == 1);
		assertThat(catchThrowableOfType(PostmarkTransportException.class,
				() -> factory.serverClient(() -> "token").server().get()))
			.hasMessage(
					"Postmark was not asked: as many requests as may be, 1, are under way, and it was not its turn within 0 ms");
	}

	@Test
	void noFurtherAttemptWaitsForItsTurnBeyondTheDeadline() {
		RetrySettings settings = new RetrySettings(2, Duration.ZERO, 1, 0, Duration.ZERO, Duration.ZERO,
				Duration.ofMillis(500));
		CompletableFuture<SendResult> other = new CompletableFuture<>();
		AtomicReference<PostmarkSender> sender = new AtomicReference<>();
		sender.set(sender(builder(new RequestLimits(1, Duration.ofMinutes(1))).retry(settings).onRetry((failure) -> {
			// Between the attempts somebody else takes the only place.
			this.postmark.recover();
			this.postmark.holdAnswers();
			start(sender.get()).thenAccept(other::complete);
			await().until(() -> this.postmark.received().size() == 2);
		}).build()));
		this.postmark.answer(429, "");
		CompletableFuture<SendResult> sent = start(sender.get());
		assertThat(sent).failsWithin(Duration.ofSeconds(20))
			.withThrowableThat()
			.withCauseInstanceOf(PostmarkTransportException.class)
			.withMessageContaining(
					"Nothing was sent: as many requests as may be, 1, are under way, and it was not its turn")
			.satisfies((ex) -> assertThat(ex.getCause().getSuppressed()).singleElement()
				.isInstanceOf(RateLimitedException.class));
		this.postmark.releaseAnswers();
		assertThat(other.join()).isNotNull();
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void anInterruptEndsTheWait() throws Exception {
		PostmarkSender sender = sender(factory(new RequestLimits(1, Duration.ofMinutes(1))));
		this.postmark.holdAnswers();
		start(sender);
		await().until(() -> this.postmark.received().size() == 1);
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread waiting = new Thread(() -> {
			failure.complete(catchThrowableOfType(PostmarkTransportException.class, () -> sender.send(email())));
			interrupted.complete(Thread.currentThread().isInterrupted());
		});
		waiting.start();
		await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
		waiting.interrupt();
		assertThat(failure.join()).hasMessageStartingWith("Nothing was sent: the thread was interrupted");
		assertThat(interrupted.join()).isTrue();
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void whoeverWaitsWhenTheApplicationEndsIsToldAtOnceAndWhatIsUnderWayGoesOn() {
		PostmarkClientFactory factory = factory(new RequestLimits(1, Duration.ofMinutes(1)));
		PostmarkSender sender = sender(factory);
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> underWay = start(sender);
		await().until(() -> this.postmark.received().size() == 1);
		CompletableFuture<SendResult> waiting = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				waiting.complete(sender.send(email()));
			}
			catch (PostmarkTransportException ex) {
				waiting.completeExceptionally(ex);
			}
		});
		thread.start();
		await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		factory.end();
		assertThat(waiting).failsWithin(Duration.ofSeconds(30))
			.withThrowableThat()
			.withMessageContaining("Nothing was sent: the application is shutting down");
		assertThat(underWay).isNotDone();
		assertThat(factory.requestsUnderWay()).isEqualTo(1);
		this.postmark.releaseAnswers();
		assertThat(underWay.join()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | PT1S | maxRequests
			1 | PT-1S | maxWait
			1 | PT25H | maxWait
			""")
	void limitsThatAreOfNoUseAreRefused(int maxRequests, Duration maxWait, String wrong) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RequestLimits(maxRequests, maxWait))
			.withMessageStartingWith("'" + wrong + "' must be ");
	}

	private static CompletableFuture<SendResult> start(PostmarkSender sender) {
		return CompletableFuture.supplyAsync(() -> sender.send(email()), (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			thread.start();
		});
	}

	private PostmarkClientFactory factory(RequestLimits limits) {
		return builder(limits).build();
	}

	private PostmarkClientFactory.Builder builder(RequestLimits limits) {
		return PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.retry(Retries.AT_ONCE)
			.limits(limits);
	}

	private static PostmarkSender sender(PostmarkClientFactory factory) {
		return factory.sender(() -> "token", MessageDefaults.none());
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build();
	}

}
