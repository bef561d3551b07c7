package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.FailingHandler;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.RequestLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Messages sent while the caller goes on.
 */
class SendAsyncTests {

	private static final int THREADS = 2;

	private final StubPostmark postmark = new StubPostmark();

	private final List<BatchItem> told = new CopyOnWriteArrayList<>();

	private final AtomicReference<Thread> teller = new AtomicReference<>();

	private final PostmarkClientFactory factory = PostmarkClientFactory
		.builder(this.postmark.baseUrl(), Engine.JDK.builder())
		.retry(Retries.AT_ONCE)
		.limits(new RequestLimits(THREADS, Duration.ZERO))
		.listeners(() -> List.of((server, outcome) -> {
			this.told.add(outcome);
			this.teller.set(Thread.currentThread());
		}))
		.build();

	private final PostmarkSender sender = this.factory.sender(() -> "token", MessageDefaults.none(),
			new BatchSettings(1, 50_000_000, 1));

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void theCallerGoesOnAndGetsTheResultLater() {
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> result = this.sender.sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		assertThat(result).isNotDone();
		this.postmark.releaseAnswers();
		assertThat(result.join().messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.Accepted.class);
	}

	@Test
	void whatSendThrowsIsWhatTheFutureFailsWithAsItIs() {
		this.postmark.answer(500, "");
		AtomicReference<Throwable> seen = new AtomicReference<>();
		CompletableFuture<SendResult> result = this.sender.sendAsync(email());
		assertThat(result).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(AmbiguousSendException.class);
		result.whenComplete((value, ex) -> seen.set(ex));
		assertThat(seen.get()).isInstanceOf(AmbiguousSendException.class);
	}

	@Test
	void aMessageThatIsNotValidFailsTheFutureAndNotTheCall() {
		CompletableFuture<SendResult> result = this.sender
			.sendAsync(Email.builder().from("a@b.example").textBody("Hi").build());
		assertThat(result).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(InvalidMessageException.class);
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.Rejected.class);
	}

	@Test
	void theModelOfATemplateIsThatOfTheCallWhateverBecomesOfItWhileTheMessageWaits() {
		this.postmark.holdAnswers();
		Map<String, Object> model = new HashMap<>();
		List<CompletableFuture<SendResult>> results = IntStream.range(0, 5).mapToObj((i) -> {
			model.put("name", "user" + i);
			return this.sender.sendAsync(templated("user" + i, model));
		}).toList();
		ObjectNode tree = JsonNodeFactory.instance.objectNode().put("name", "user5");
		CompletableFuture<SendResult> last = this.sender.sendAsync(templated("user5", tree));
		tree.put("name", "user6");
		this.postmark.releaseAnswers();
		results.forEach(CompletableFuture::join);
		last.join();
		assertThat(this.postmark.received()).hasSize(6)
			.map((request) -> JsonMapper.shared().readTree(request.text()))
			.allSatisfy((json) -> assertThat(json.at("/TemplateModel/name").asString().concat("@mail.example"))
				.isEqualTo(json.path("To").asString()));
		assertThat(this.told).map(BatchItem::message)
			.allSatisfy((message) -> assertThat(((TemplatedEmail) message).templateModel()).isIn(model, tree));
	}

	@Test
	void aModelIsReadByTheCaller() {
		AtomicReference<Thread> reader = new AtomicReference<>();
		this.sender.sendAsync(templated("ann", new Lazy(() -> {
			reader.set(Thread.currentThread());
			return "Ann";
		}))).join();
		assertThat(reader).hasValue(Thread.currentThread());
	}

	@Test
	void aModelThatCannotBeReadFailsTheFutureAndNotTheCall() {
		assertThat(this.sender.sendAsync(templated("ann", new Lazy(() -> {
			throw new IllegalStateException("The session is closed");
		})))).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(InvalidMessageException.class);
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.Rejected.class);
		assertThat(this.sender.sendAsync(templated("ann", new AbstractMap<String, String>() {

			@Override
			public Set<Entry<String, String>> entrySet() {
				throw new NoSuchMethodError();
			}

		}))).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(NoSuchMethodError.class);
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void whatIsMoreThanMayBeUnderWayWaitsAsLongAsItTakes() {
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> results = IntStream.range(0, 20)
			.mapToObj((i) -> this.sender.sendAsync(email()))
			.toList();
		await().until(() -> this.postmark.received().size() == THREADS);
		this.postmark.releaseAnswers();
		assertThat(results).allSatisfy((result) -> assertThat(result.join()).isNotNull());
		assertThat(this.postmark.received()).hasSize(20);
	}

	@Test
	void whenTenThousandWaitOneMoreFailsAtOnceWithNothingSent() throws Exception {
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> results = Stream.generate(() -> this.sender.sendAsync(email()))
			.limit(10_000 + THREADS)
			.toList();
		assertThat(this.sender.sendAsync(email())).isCompletedExceptionally()
			.failsWithin(Duration.ofSeconds(1))
			.withThrowableOfType(ExecutionException.class)
			.withMessageContaining("Nothing was sent: 10000 messages are waiting already");
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.NotAttempted.class);
		this.factory.end();
		this.postmark.releaseAnswers();
		assertThat(results).allSatisfy((result) -> assertThat(result.handle((value, ex) -> true).join()).isTrue());
		assertThat(this.postmark.received()).hasSize(THREADS);
		assertThat(this.factory.awaitIdle(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void whatHasNotBegunWhenTheApplicationEndsIsSaidNotToBeAttempted() {
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> underWay = List.of(this.sender.sendAsync(email()),
				this.sender.sendAsync(email()));
		await().until(() -> this.postmark.received().size() == THREADS);
		CompletableFuture<SendResult> waiting = this.sender.sendAsync(email());
		this.factory.end();
		this.postmark.releaseAnswers();
		assertThat(underWay).allSatisfy((result) -> assertThat(result.join()).isNotNull());
		assertThat(waiting).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseExactlyInstanceOf(PostmarkTransportException.class)
			.withMessageContaining("Nothing was sent: the application is shutting down");
		await().until(() -> this.told.size() == 3);
		assertThat(this.told).filteredOn(BatchItem.NotAttempted.class::isInstance).hasSize(1);
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void aBatchBeginsNoFurtherRequestWhenTheApplicationEnds() {
		this.postmark.answerEach((request) -> "[" + """
				{"MessageID":"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10","ErrorCode":0,"Message":"OK"}]""");
		BatchResult result = this.sender
			.sendAll(() -> Stream.<OutboundMessage>of(email(), email(), email()).peek((message) -> {
				if (this.postmark.received().size() == 1) {
					this.factory.end();
				}
			}).iterator());
		assertThat(result).hasToString("BatchResult[accepted=1, rejected=0, unknown=0, notAttempted=2]");
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void aThreadThatSendsByItselfStillCanWhenTheApplicationEnds() throws Exception {
		this.factory.end();
		assertThat(this.sender.send(email())).isNotNull();
		assertThat(this.factory.awaitIdle(Duration.ofMinutes(1))).isTrue();
	}

	@Test
	void aThreadThatSendsByItselfDoesNotWaitForWhoeverWaitsForTheEnd() throws Exception {
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> slow = this.sender.sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		this.factory.end();
		FutureTask<Boolean> idle = new FutureTask<>(() -> this.factory.awaitIdle(Duration.ofMinutes(1)));
		Thread waiting = new Thread(idle);
		waiting.start();
		await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
		FutureTask<SendResult> lastWords = new FutureTask<>(() -> this.sender.send(email()));
		new Thread(lastWords).start();
		await().until(() -> this.postmark.received().size() == 2);
		assertThat(idle.isDone()).isFalse();
		this.postmark.releaseAnswers();
		assertThat(lastWords.get()).isNotNull();
		assertThat(slow.join()).isNotNull();
		assertThat(idle.get()).isTrue();
	}

	@Test
	void anApplicationThatGoesOnAfterItsEndSendsAsBefore() throws Exception {
		this.factory.end();
		this.factory.end();
		assertThat(this.factory.awaitIdle(Duration.ZERO)).isTrue();
		this.factory.resume();
		this.factory.resume();
		assertThat(this.sender.sendAsync(email()).join()).isNotNull();
		assertThat(this.factory.requestsUnderWay()).isZero();
		this.postmark.holdAnswers();
		this.sender.sendAsync(email());
		this.sender.sendAsync(email());
		await().until(() -> this.factory.requestsUnderWay() == THREADS);
		assertThat(catchThrowable(() -> this.sender.send(email())))
			.hasMessageContaining("as many requests as may be, 2, are under way");
	}

	@Test
	void waitingForTheEndTakesAsLongAsRequestsAreUnderWay() throws Exception {
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> result = this.sender.sendAsync(email());
		await().until(() -> this.postmark.received().size() == 1);
		this.factory.end();
		assertThat(this.factory.awaitIdle(Duration.ofMillis(50))).isFalse();
		this.postmark.releaseAnswers();
		assertThat(this.factory.awaitIdle(Duration.ofMinutes(1))).isTrue();
		assertThat(result.join()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void waitingForTheEndTakesUntilTheListenersHaveBeenToldOfABatch(int concurrency) throws Exception {
		this.postmark.answer(200, "[" + """
				{"MessageID":"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10","ErrorCode":0,"Message":"OK"}]""");
		CountDownLatch listening = new CountDownLatch(1);
		CountDownLatch heard = new CountDownLatch(1);
		PostmarkClientFactory factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.listeners(() -> List.of((server, outcome) -> {
				listening.countDown();
				await().until(() -> heard.await(10, TimeUnit.SECONDS));
				this.told.add(outcome);
			}))
			.build();
		PostmarkSender sender = factory.sender(() -> "token", MessageDefaults.none(),
				new BatchSettings(1, 50_000_000, concurrency));
		CompletableFuture<BatchResult> result = CompletableFuture.supplyAsync(() -> sender.sendAll(List.of(email())));
		assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
		factory.end();
		assertThat(factory.requestsUnderWay()).isZero();
		assertThat(factory.awaitIdle(Duration.ZERO)).isFalse();
		heard.countDown();
		assertThat(factory.awaitIdle(Duration.ofSeconds(10))).isTrue();
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.Accepted.class);
		assertThat(result.join().isComplete()).isTrue();
	}

	@Test
	void aTaskThatFailsIsDone() throws Exception {
		SendThreads threads = new SendThreads(1);
		threads.execute(() -> {
			throw new IllegalStateException("as wanted");
		});
		assertThat(threads.awaitIdle(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void aTaskThatFailsItsExecutorTooIsDoneOnce() throws Exception {
		SendThreads threads = new SendThreads(Runnable::run);
		assertThat(catchThrowable(() -> threads.execute(() -> {
			throw new IllegalStateException("as wanted");
		}))).isInstanceOf(IllegalStateException.class);
		CountDownLatch end = new CountDownLatch(1);
		threads.forBatch(2).execute(() -> await().until(() -> end.await(10, TimeUnit.SECONDS)));
		assertThat(threads.awaitIdle(Duration.ZERO)).isFalse();
		end.countDown();
		assertThat(threads.awaitIdle(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void theThreadsAreVirtualWhereTheJdkHasThem() throws Exception {
		this.sender.sendAsync(email()).join();
		assertThat(Thread.class.getMethod("isVirtual").invoke(this.teller.get())).isEqualTo(true);
		assertThat(this.teller.get().getName()).startsWith("postmark-send-");
	}

	@ParameterizedTest
	@MethodSource
	void aListenerThatFailsChangesNothing(Throwable failure) {
		PostmarkSender sender = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.listeners(() -> List.of((server, outcome) -> FailingHandler.<RuntimeException>raise(failure),
					(server, outcome) -> this.told.add(outcome)))
			.build()
			.sender("newsletter", () -> "token", MessageDefaults.none(), BatchSettings.defaults());
		assertThat(sender.send(email())).isNotNull();
		assertThat(sender.sendAsync(email()).join()).isNotNull();
		this.postmark.answer(200, "[" + """
				{"MessageID":"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10","ErrorCode":0,"Message":"OK"}]""");
		assertThat(sender.sendAll(List.of(email())).accepted()).hasSize(1);
		assertThat(this.told).hasSize(3);
	}

	static Stream<Throwable> aListenerThatFailsChangesNothing() {
		return Stream.of(new IllegalStateException("as wanted"), new IOException("as wanted"),
				new NoSuchMethodError("as wanted"));
	}

	@Test
	void listenersThatCannotBeHadChangeNothingEither() {
		PostmarkSender sender = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.listeners(() -> {
				throw new IllegalStateException();
			})
			.build()
			.sender(() -> "token", MessageDefaults.none());
		assertThat(sender.send(email())).isNotNull();
		assertThat(sender.sendAll(List.of(email())).items()).hasSize(1);
	}

	@Test
	void listenersAreMadeBeforeTheFirstMessageIsSent() {
		List<Integer> receivedBefore = new CopyOnWriteArrayList<>();
		PostmarkSender sender = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.listeners(() -> {
				receivedBefore.add(this.postmark.received().size());
				return List.of();
			})
			.build()
			.sender(() -> "token", MessageDefaults.none());
		sender.send(email());
		assertThat(receivedBefore).containsExactly(0);
	}

	private static TemplatedEmail templated(String recipient, Object model) {
		return TemplatedEmail.builder()
			.from("a@b.example")
			.to(recipient + "@mail.example")
			.templateAlias("hi")
			.templateModel(model)
			.build();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build();
	}

	/** A bean whose name is asked for when it is written. */
	record Lazy(Supplier<String> source) {

		@JsonValue
		Map<String, String> model() {
			return Map.of("name", this.source.get());
		}

	}

}
