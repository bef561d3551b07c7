package io.github.postmarkspring.integration.webhook;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that work in transactions.
 */
class TransactionalListenerTests {

	private static final String BOUNCE = """
			{ "RecordType": "Bounce", "ID": 1, "Type": "HardBounce", "Email": "ann@mail.example" }""";

	private final SharedDatabase database = SharedDatabase.create();

	private final JdbcClient jdbc = this.database.jdbc();

	@BeforeEach
	void createTable() {
		this.jdbc.sql("CREATE TABLE KNOWN (EMAIL VARCHAR PRIMARY KEY)").update();
		this.jdbc.sql("CREATE TABLE BOUNCED (EMAIL VARCHAR REFERENCES KNOWN (EMAIL) DEFERRABLE INITIALLY DEFERRED)")
			.update();
	}

	@Test
	void whatFailsInATransactionIsRolledBackAnswered500AndDoneWithTheNextTry() {
		knowsAnn();
		try (Instance instance = Instance.sharing(this.database, new Storing())) {
			instance.bean(Storing.class).failNext();
			assertThat(instance.post(BOUNCE)).isEqualTo(500);
			assertThat(bounced()).isZero();

			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(bounced()).isEqualTo(1);
		}
	}

	@Test
	void aTransactionThatCannotBeCommittedIsAnswered500() {
		try (Instance instance = Instance.sharing(this.database, new Storing())) {
			assertThat(instance.post(BOUNCE)).isEqualTo(500);
			assertThat(bounced()).isZero();

			knowsAnn();
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(bounced()).isEqualTo(1);
		}
	}

	@Test
	void aTransactionalEventListenerIsNotCalledBecauseEventsArePublishedOutsideOfTransactions() {
		try (Instance instance = Instance.sharing(this.database, new AfterCommit())) {
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(instance.bean(AfterCommit.class).calls()).isZero();
		}
	}

	@Test
	void aTransactionalEventListenerWithFallbackIsCalledAndItsFailureIsAnswered500() {
		try (Instance instance = Instance.sharing(this.database, new WithFallback())) {
			assertThat(instance.post(BOUNCE)).isEqualTo(500);
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(instance.bean(WithFallback.class).calls()).isEqualTo(2);
		}
	}

	@Test
	void whatATransactionalListenerPublishesReachesATransactionalEventListenerAfterItsCommit() {
		knowsAnn();
		try (Instance instance = Instance.sharing(this.database, new Republishing())) {
			assertThat(instance.post(BOUNCE)).isEqualTo(200);
			assertThat(instance.bean(Republishing.class).afterCommit()).isEqualTo(1);
		}
	}

	private void knowsAnn() {
		this.jdbc.sql("INSERT INTO KNOWN VALUES ('ann@mail.example')").update();
	}

	private int bounced() {
		return this.jdbc.sql("SELECT COUNT(*) FROM BOUNCED").query(Integer.class).single();
	}

	/** Behind a proxy, so it is asked by methods. */
	static class Storing {

		private final AtomicInteger failures = new AtomicInteger();

		@Autowired
		private JdbcClient jdbc;

		@EventListener
		@Transactional
		public void store(BounceEvent event) {
			this.jdbc.sql("INSERT INTO BOUNCED VALUES (?)").param(event.email()).update();
			if (this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				throw new IllegalStateException("after the insert");
			}
		}

		public void failNext() {
			this.failures.set(1);
		}

	}

	static class AfterCommit {

		private final AtomicInteger calls = new AtomicInteger();

		@TransactionalEventListener
		public void receive(WebhookEvent event) {
			this.calls.incrementAndGet();
		}

		public int calls() {
			return this.calls.get();
		}

	}

	static class WithFallback {

		private final AtomicInteger calls = new AtomicInteger();

		@TransactionalEventListener(fallbackExecution = true)
		public void receive(WebhookEvent event) {
			if (this.calls.incrementAndGet() == 1) {
				throw new IllegalStateException("not yet");
			}
		}

		public int calls() {
			return this.calls.get();
		}

	}

	static class Republishing {

		private final AtomicInteger afterCommit = new AtomicInteger();

		@Autowired
		private JdbcClient jdbc;

		@Autowired
		private ApplicationEventPublisher publisher;

		@EventListener
		@Transactional
		public void store(BounceEvent event) {
			this.jdbc.sql("INSERT INTO BOUNCED VALUES (?)").param(event.email()).update();
			this.publisher.publishEvent(new Stored(event.email()));
		}

		@TransactionalEventListener
		public void receive(Stored stored) {
			this.afterCommit.incrementAndGet();
		}

		public int afterCommit() {
			return this.afterCommit.get();
		}

	}

	record Stored(String email) {

	}

}
