package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.postmarkspring.client.FailingHandler;
import io.github.postmarkspring.client.http.BufferPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What is told of many messages when something fails that has nothing to do with them.
 */
class BatchRunTests {

	private final List<BatchItem> results = new ArrayList<>();

	private final List<Long> sent = new CopyOnWriteArrayList<>();

	private final AtomicInteger requests = new AtomicInteger();

	/** Accepts messages in requests of ten, and fails with one of the requests. */
	private final class Accepting implements MessageDispatch {

		private final Throwable failure;

		private final int failing;

		Accepting(int failing, Throwable failure) {
			this.failing = failing;
			this.failure = failure;
		}

		@Override
		public SendResult send(PreparedMessage message) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<BatchItem> sendAll(List<PreparedMessage> messages) {
			if (messages.isEmpty()) {
				return List.of();
			}
			if (BatchRunTests.this.requests.incrementAndGet() == this.failing) {
				FailingHandler.<RuntimeException>raise(this.failure);
			}
			return messages.stream().map((message) -> {
				BatchRunTests.this.sent.add(message.index());
				return (BatchItem) new BatchItem.Accepted(message.index(), message.message(), result());
			}).toList();
		}

	}

	@Test
	void anErrorInOneRequestLeavesItsMessagesUnknownAndEndsTheRunWithEveryOtherResultTold() throws Exception {
		Error error = new NoClassDefFoundError();
		BatchRun run = run(new Accepting(2, error), Runnable::run, this.results::add);
		run.send(emails(100));
		assertThat(run.failure()).isSameAs(error);
		assertThat(this.results).hasSize(61).satisfies((items) -> {
			assertThat(items).extracting(BatchItem::index)
				.containsExactlyElementsOf(IntStream.range(0, items.size()).mapToObj((i) -> (long) i).toList());
			assertThat(items.subList(10, 20)).allSatisfy((item) -> assertThat(item).isInstanceOfSatisfying(
					BatchItem.Unknown.class,
					(unknown) -> assertThat(unknown.reason()).hasMessage(
							"The request failed with a java.lang.NoClassDefFoundError, the message may have been sent")
						.hasCause(error)));
		});
		assertThat(this.results).filteredOn(BatchItem.Accepted.class::isInstance)
			.extracting(BatchItem::index)
			.containsExactlyElementsOf(this.sent);
	}

	@Test
	void anErrorWithMessagesOfOneKindLeavesTheOutcomesOfTheOtherAsTheyAre() throws Exception {
		BatchRun run = run(new Accepting(2, new NoClassDefFoundError()), Runnable::run, this.results::add);
		TemplatedEmail templated = TemplatedEmail.builder()
			.from("a@b.example")
			.to("c@d.example")
			.templateAlias("hi")
			.build();
		run.send(Stream.of(templated, email()).iterator());
		assertThat(this.results).extracting((item) -> (Object) item.getClass())
			.containsExactly(BatchItem.Unknown.class, BatchItem.Accepted.class);
	}

	@ParameterizedTest
	@MethodSource
	void whereThereIsNoThreadForARequestItsMessagesAreNotAttemptedAndEveryOtherResultIsTold(Throwable failure)
			throws Exception {
		AtomicInteger threads = new AtomicInteger();
		BatchRun run = run(new Accepting(-1, failure), (task) -> {
			if (threads.incrementAndGet() == 3) {
				FailingHandler.<RuntimeException>raise(failure);
			}
			task.run();
		}, this.results::add);
		run.send(emails(60));
		assertThat(run.failure()).isSameAs(failure);
		assertThat(this.results).as("every message that was taken").hasSize(31);
		assertThat(this.results.subList(20, 30))
			.allSatisfy((item) -> assertThat(item).isInstanceOfSatisfying(BatchItem.NotAttempted.class,
					(notAttempted) -> assertThat(notAttempted.reason())
						.hasMessage("Nothing was sent: there is no thread for it")
						.hasCause(failure)));
		assertThat(this.results).filteredOn(BatchItem.Accepted.class::isInstance)
			.extracting(BatchItem::index)
			.containsExactlyElementsOf(this.sent);
	}

	static Stream<Throwable> whereThereIsNoThreadForARequestItsMessagesAreNotAttemptedAndEveryOtherResultIsTold() {
		return Stream.of(new Error("unable to create native thread"), new RejectedExecutionException());
	}

	@Test
	void whereResultsAreNotTakenWhatIsUnderWayIsStillWaitedFor() {
		Thread caller = Thread.currentThread();
		AtomicInteger threads = new AtomicInteger();
		BatchRun run = run(new Accepting(-1, new Error()), (task) -> {
			if (threads.incrementAndGet() == 1) {
				task.run();
				return;
			}
			new Thread(() -> {
				await().until(() -> caller.getState() == Thread.State.WAITING);
				task.run();
			}).start();
		}, (item) -> {
			throw new IllegalStateException("the disk is full");
		});
		assertThatIllegalStateException().isThrownBy(() -> run.send(emails(60)));
		assertThat(this.sent).as("what was begun, to its end, and nothing more").hasSize(40);
	}

	private BatchRun run(MessageDispatch dispatch, Executor executor, Consumer<BatchItem> results) {
		MessagePreparation preparation = new MessagePreparation(MessageDefaults.none(), new TraceMetadata(() -> null),
				ReconciliationSettings.off(), JsonMapper::shared, new BufferPool());
		return new BatchRun(preparation, (window) -> () -> window.send(dispatch), new BatchSettings(10, 50_000_000, 4),
				executor, results);
	}

	private static SendResult result() {
		return new SendResult("id", null, "OK", false, false, Set.of(), false);
	}

	private static Iterator<Email> emails(int count) {
		return IntStream.range(0, count).mapToObj((i) -> email()).iterator();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}
