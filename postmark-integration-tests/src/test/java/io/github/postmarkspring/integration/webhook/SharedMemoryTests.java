package io.github.postmarkspring.integration.webhook;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of an application that share a database.
 */
class SharedMemoryTests {

	private static final AtomicInteger ids = new AtomicInteger();

	private static final Listener listener = new Listener();

	private static SharedDatabase database;

	private static JdbcClient jdbc;

	private static Instance first;

	private static Instance second;

	private final String event = """
			{ "RecordType": "Bounce", "ID": %d, "Type": "HardBounce" }""".formatted(ids.incrementAndGet());

	private final AtomicInteger handled = listener.next();

	@BeforeAll
	static void start() {
		database = SharedDatabase.create();
		jdbc = database.jdbc();
		first = Instance.sharing(database, listener);
		second = Instance.sharing(database, listener);
	}

	@AfterAll
	static void stop() {
		first.close();
		second.close();
	}

	@Test
	void whatOneInstanceHasHandledTheOtherDoesNotHandleAgain() {
		assertThat(first.post(this.event)).isEqualTo(200);
		assertThat(second.post(this.event)).isEqualTo(200);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void whatOneInstanceFailsToHandleTheOtherHandles() {
		listener.behaviour = () -> {
			throw new IllegalStateException("not here");
		};
		assertThat(first.post(this.event)).isEqualTo(500);
		listener.behaviour = Listener.NOTHING;
		assertThat(second.post(this.event)).isEqualTo(200);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void whatOneInstanceIsHandlingTheOtherAnswers503() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch proceed = new CountDownLatch(1);
		listener.behaviour = () -> {
			entered.countDown();
			await().atMost(Duration.ofMinutes(1)).until(() -> proceed.getCount() == 0);
		};
		BlockingQueue<Integer> answer = new LinkedBlockingQueue<>();
		new Thread(() -> answer.add(first.post(this.event))).start();
		assertThat(entered.await(60, TimeUnit.SECONDS)).isTrue();

		assertThat(second.post(this.event)).isEqualTo(503);
		proceed.countDown();
		assertThat(answer.poll(60, TimeUnit.SECONDS)).isEqualTo(200);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void whileTheDatabaseCannotBeAskedEventsAreAnswered503AndNobodyGetsThem() {
		withoutTable(() -> {
			assertThat(first.post(this.event)).isEqualTo(503);
			assertThat(second.post(this.event)).isEqualTo(503);
		});
		assertThat(this.handled).hasValue(0);
		assertThat(second.post(this.event)).isEqualTo(200);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void anEventThatWasHandledIsAnswered200EvenIfThatCannotBeRemembered() {
		listener.behaviour = () -> rename("INT_METADATA_STORE", "AWAY");
		int answer = first.post(this.event);
		rename("AWAY", "INT_METADATA_STORE");

		assertThat(answer).isEqualTo(200);
		assertThat(second.post(this.event)).as("until the claim expires").isEqualTo(503);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void anEventThatFailedIsPostedAgainAfterItsClaimExpiredIfTheClaimCannotBeReleased() {
		listener.behaviour = () -> {
			rename("INT_METADATA_STORE", "AWAY");
			throw new IllegalStateException("no database");
		};
		int answer = first.post(this.event);
		rename("AWAY", "INT_METADATA_STORE");
		listener.behaviour = Listener.NOTHING;

		assertThat(answer).isEqualTo(500);
		assertThat(first.post(this.event)).isEqualTo(503);
		jdbc.sql("UPDATE INT_METADATA_STORE SET METADATA_VALUE = REGEXP_REPLACE(METADATA_VALUE, 'claimed:\\d+', "
				+ "'claimed:1') WHERE METADATA_VALUE LIKE 'claimed:%'")
			.update();
		assertThat(second.post(this.event)).isEqualTo(200);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void connectionsThatAreCutCostNoEvent() {
		SharedDatabase own = SharedDatabase.create();
		try (Instance instance = Instance.sharing(own, listener)) {
			assertThat(own.jdbc()
				.sql("SELECT COUNT(PG_TERMINATE_BACKEND(PID)) FROM PG_STAT_ACTIVITY "
						+ "WHERE DATNAME = CURRENT_DATABASE() AND PID <> PG_BACKEND_PID()")
				.query(Integer.class)
				.single()).isPositive();

			await().atMost(Duration.ofMinutes(1)).until(() -> {
				int status = instance.post(this.event);
				assertThat(status).isIn(200, 503);
				return status == 200;
			});
		}
		assertThat(this.handled).hasValue(1);
	}

	private static void withoutTable(Runnable action) {
		rename("INT_METADATA_STORE", "AWAY");
		try {
			action.run();
		}
		finally {
			rename("AWAY", "INT_METADATA_STORE");
		}
	}

	private static void rename(String table, String name) {
		jdbc.sql("ALTER TABLE " + table + " RENAME TO " + name).update();
	}

	/** Does what a test wants and counts what came through. */
	static final class Listener {

		private static final Runnable NOTHING = () -> {
		};

		private volatile Runnable behaviour = NOTHING;

		private volatile AtomicInteger handled = new AtomicInteger();

		private AtomicInteger next() {
			this.behaviour = NOTHING;
			this.handled = new AtomicInteger();
			return this.handled;
		}

		@EventListener
		void handle(WebhookEvent event) {
			this.behaviour.run();
			this.handled.incrementAndGet();
		}

	}

}
