package io.github.postmarkspring.integration.transaction;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.integration.ChildProcess;
import io.github.postmarkspring.integration.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Mail of transactions in a real database.
 */
class AfterCommitTests {

	private static final int REQUIRED = TransactionDefinition.PROPAGATION_REQUIRED;

	private static final int REQUIRES_NEW = TransactionDefinition.PROPAGATION_REQUIRES_NEW;

	private static final int NESTED = TransactionDefinition.PROPAGATION_NESTED;

	private final Shop shop = new Shop();

	private final List<CompletionStage<SendResult>> results = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.shop.close();
	}

	@Test
	void theMailOfACommittedTransactionGoesOut() {
		assertThat(this.shop.orders().place("1").toCompletableFuture()).succeedsWithin(1, TimeUnit.MINUTES);
		assertThat(this.shop.stored()).containsExactly("1");
		assertThat(this.shop.mailed()).containsExactly("1");
	}

	@Test
	void nothingGoesOutBeforeTheCommit() {
		this.shop.transaction(REQUIRED, (status) -> {
			place("1");
			assertThat(this.shop.sender().sendAsync(Shop.confirmation("in between"))).succeedsWithin(1,
					TimeUnit.MINUTES);
			assertThat(this.shop.mailed()).containsExactly("in between");
		});
		assertThatMailGoesOut("1", "in between");
	}

	@Test
	void theMailOfATransactionThatFailsDoesNotGoOut() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.shop.orders().placeAndFail("1"));
		assertThat(this.shop.stored()).isEmpty();
		assertThatMailGoesOut();
	}

	@Test
	void theMailOfATransactionThatCannotBeCommittedDoesNotGoOut() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.shop.transaction(REQUIRED, (status) -> {
				place("1");
				place("1");
			}));
		assertThat(this.shop.stored()).isEmpty();
		assertThat(this.results).hasSize(2)
			.allSatisfy((result) -> assertThat(result.toCompletableFuture()).isCancelled());
		assertThatMailGoesOut();
	}

	@Test
	void aMessageWithAMistakeRollsTheTransactionBack() {
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> this.shop.transaction(REQUIRED, (status) -> {
				place("1");
				this.shop.sender().sendAfterCommit(Email.builder().to("ann@mail.example").subject("empty").build());
			}));
		assertThat(this.shop.stored()).isEmpty();
		assertThatMailGoesOut();
	}

	@Test
	void ifTheDatabaseGoesAwayBeforeItSaysThatItHasCommittedNothingIsSentAndThatIsTold() {
		assertThatException().isThrownBy(() -> this.shop.transaction(REQUIRED, (status) -> {
			place("1");
			int backend = this.shop.jdbc().sql("SELECT pg_backend_pid()").query(Integer.class).single();
			this.shop.transaction(REQUIRES_NEW,
					(other) -> this.shop.jdbc()
						.sql("SELECT pg_terminate_backend(?, 60000)")
						.param(backend)
						.query(Boolean.class)
						.single());
		}));
		assertThat(this.results).singleElement()
			.satisfies((result) -> assertThat(result.toCompletableFuture()).failsWithin(1, TimeUnit.MINUTES)
				.withThrowableOfType(ExecutionException.class)
				.withCauseExactlyInstanceOf(PostmarkTransportException.class)
				.withMessageContaining("Nothing was sent: it is not known whether the transaction was committed"));
		assertThat(this.shop.outcomes()).singleElement().isInstanceOf(BatchItem.NotAttempted.class);
		assertThatMailGoesOut();
	}

	@Test
	void whatPostmarkRefusesAfterTheCommitChangesNothingInTheDatabaseAndIsTold() {
		this.shop.postmark().control().fail("POST", "/email", 1, Fault.serverError());
		assertThat(this.shop.orders().place("1").toCompletableFuture()).failsWithin(1, TimeUnit.MINUTES)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(AmbiguousSendException.class);
		assertThat(this.shop.stored()).containsExactly("1");
		assertThat(this.shop.outcomes()).singleElement().isInstanceOf(BatchItem.Unknown.class);
	}

	@Test
	void aTransactionOfItsOwnDoesNotCareForTheOneAround() {
		this.shop.transaction(REQUIRED, (outer) -> {
			place("outer");
			this.shop.transaction(REQUIRES_NEW, (inner) -> place("inner"));
			outer.setRollbackOnly();
		});
		assertThat(this.shop.stored()).containsExactly("inner");
		assertThatMailGoesOut("inner");
	}

	@Test
	void theOneAroundDoesNotCareForATransactionOfItsOwn() {
		this.shop.transaction(REQUIRED, (outer) -> {
			place("before");
			this.shop.transaction(REQUIRES_NEW, (inner) -> {
				place("inner");
				inner.setRollbackOnly();
			});
			place("outer");
		});
		assertThatMailGoesOut("before", "outer");
	}

	@Test
	void whatTakesPartInATransactionAndFailsTakesAllMailWithIt() {
		assertThatExceptionOfType(UnexpectedRollbackException.class)
			.isThrownBy(() -> this.shop.transaction(REQUIRED, (outer) -> {
				place("outer");
				this.shop.transaction(REQUIRED, (inner) -> {
					place("inner");
					inner.setRollbackOnly();
				});
			}));
		assertThatMailGoesOut();
	}

	@Test
	void aNestedTransactionThatIsRolledBackTakesItsOwnMailWithItAndNoOther() {
		this.shop.transaction(REQUIRED, (outer) -> {
			place("before");
			this.shop.transaction(NESTED, nested("kept"));
			this.shop.transaction(NESTED, nested("dropped").andThen(TransactionStatus::setRollbackOnly));
			place("after");
		});
		assertThat(this.shop.stored()).containsExactly("after", "before", "kept");
		assertThatMailGoesOut("after", "before", "kept");
	}

	@Test
	void aNestedTransactionBeforeAnyMailIsKnownToo() {
		this.shop.transaction(REQUIRED, (outer) -> {
			this.shop.transaction(NESTED, nested("dropped").andThen(TransactionStatus::setRollbackOnly));
			place("after");
		});
		assertThatMailGoesOut("after");
	}

	@Test
	void aRollbackToASavepointTakesTheMailSinceThen() {
		this.shop.transaction(REQUIRED, (status) -> {
			Object first = status.createSavepoint();
			place("1");
			Object second = status.createSavepoint();
			place("2");
			status.rollbackToSavepoint(second);
			place("3");
			status.rollbackToSavepoint(second);
			place("4");
			status.rollbackToSavepoint(first);
			place("5");
		});
		assertThat(this.shop.stored()).containsExactly("5");
		assertThatMailGoesOut("5");
	}

	@Test
	void aSavepointCanBeRolledBackToMoreThanOnce() {
		this.shop.transaction(REQUIRED, (status) -> {
			place("1");
			Object savepoint = status.createSavepoint();
			place("2");
			status.rollbackToSavepoint(savepoint);
			place("3");
			status.rollbackToSavepoint(savepoint);
			place("4");
		});
		assertThat(this.shop.stored()).containsExactly("1", "4");
		assertThatMailGoesOut("1", "4");
	}

	@Test
	void theMailOfATransactionThatOnlyReadsGoesOutAtItsEnd() {
		DefaultTransactionDefinition readOnly = new DefaultTransactionDefinition();
		readOnly.setReadOnly(true);
		this.shop.transaction(readOnly, (status) -> mail("1"));
		assertThatMailGoesOut("1");
	}

	@Test
	void withTwoDatabasesTheInnermostTransactionDecides() {
		TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(new DriverManagerDataSource(
				PostgresServer.shared().newDatabase(), PostgresServer.USER, PostgresServer.shared().password())));
		this.shop.transaction(REQUIRED, (outer) -> {
			place("outer");
			other.executeWithoutResult((inner) -> mail("inner"));
			other.executeWithoutResult((inner) -> {
				mail("dropped");
				inner.setRollbackOnly();
			});
		});
		assertThatMailGoesOut("inner", "outer");
	}

	@Test
	void whoTakesPartInATransactionThatIsOverIsToldThatNothingWasSent() {
		placeAnotherWhenItIsOver(REQUIRED);
		assertThatMailGoesOut("1");
		assertThat(this.results).last()
			.satisfies((result) -> assertThat(result.toCompletableFuture()).failsWithin(1, TimeUnit.MINUTES)
				.withThrowableOfType(ExecutionException.class)
				.withCauseExactlyInstanceOf(PostmarkTransportException.class)
				.withMessageContaining("Nothing was sent: it is not known whether the transaction was committed"));
	}

	@Test
	void aTransactionOfItsOwnSendsWhenAnotherIsOver() {
		placeAnotherWhenItIsOver(REQUIRES_NEW);
		assertThat(this.shop.stored()).containsExactly("1", "2");
		assertThatMailGoesOut("1", "2");
	}

	@Test
	void withoutATransactionMailGoesOutAtOnce() {
		place("1");
		assertThatMailGoesOut("1");
	}

	@Test
	void theConnectionOfTheTransactionIsFreeWhilePostmarkTakesItsTime() {
		this.shop.postmark().control().fail("POST", "/email", 3, Fault.slow(Duration.ofHours(1)));
		// More than there are connections.
		for (int i = 0; i < 3; i++) {
			this.results.add(this.shop.orders().place("" + i));
		}
		assertThat(this.results).allSatisfy((result) -> assertThat(result.toCompletableFuture()).isNotDone());
		assertThat(this.shop.stored()).hasSize(3);
		this.shop.postmark().control().clearFaults();
	}

	@Test
	void theMailOfAProcessThatIsKilledAfterTheCommitIsLost() {
		try (ChildProcess killed = ChildProcess.start(KilledAfterCommit.class,
				String.join("\n", this.shop.properties()))) {
			assertThat(killed.await()).as(killed::output).isEqualTo(KilledAfterCommit.EXIT_CODE);
		}
		assertThat(this.shop.stored()).containsExactly("1");
		assertThat(this.shop.mailed()).isEmpty();
	}

	private Consumer<TransactionStatus> nested(String number) {
		return (status) -> place(number);
	}

	private void place(String number) {
		this.shop.jdbc().sql("INSERT INTO ORDERS VALUES (?)").param(number).update();
		mail(number);
	}

	private void placeAnotherWhenItIsOver(int propagation) {
		this.shop.transaction(REQUIRED, (status) -> {
			place("1");
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int completion) {
					AfterCommitTests.this.shop.transaction(propagation, (other) -> place("2"));
				}
			});
		});
	}

	private void mail(String number) {
		this.results.add(this.shop.sender().sendAfterCommit(Shop.confirmation(number)));
	}

	private void assertThatMailGoesOut(String... subjects) {
		assertThat(this.results).allSatisfy((result) -> assertThat(result.toCompletableFuture().handle((r, ex) -> true))
			.succeedsWithin(1, TimeUnit.MINUTES));
		assertThat(this.shop.mailed()).containsExactly(subjects);
	}

}
