package io.github.postmarkspring.integration.transaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.client.message.SendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Transactions that belong to no thread, as {@code docs/transactions.md} has them.
 */
class ReactiveTransactionTests {

	private final Shop shop = new Shop();

	private final TransactionalOperator transactionalOperator = TransactionalOperator.create(new Transactions());

	@AfterEach
	void stop() {
		this.shop.close();
	}

	@Test
	void mailInAReactiveTransactionDoesNotWaitForItsEnd() {
		Mono<SendResult> work = Mono
			.fromCompletionStage(() -> this.shop.sender().sendAfterCommit(Shop.confirmation("1")))
			.flatMap((result) -> Mono.error(new IllegalStateException("after " + result.message())));
		assertThat(this.transactionalOperator.transactional(work).toFuture()).failsWithin(1, TimeUnit.MINUTES)
			.withThrowableThat()
			.withMessageContaining("after OK");
		assertThat(this.shop.mailed()).containsExactly("1");
	}

	@Test
	void mailAfterAReactiveTransactionGoesOutOnlyIfItIsCommitted() {
		assertThat(placeAndMail(Mono.just("1")).blockOptional(Duration.ofMinutes(1))).isPresent();
		assertThat(placeAndMail(Mono.error(new IllegalStateException())).onErrorComplete()
			.blockOptional(Duration.ofMinutes(1))).isEmpty();
		assertThat(this.shop.mailed()).containsExactly("1");
	}

	private Mono<SendResult> placeAndMail(Mono<String> work) {
		return this.transactionalOperator.transactional(work)
			.flatMap((order) -> Mono.fromFuture(() -> this.shop.sender().sendAsync(Shop.confirmation(order))));
	}

	/** Transactions of nothing. */
	private static final class Transactions extends AbstractReactiveTransactionManager {

		@Override
		protected Object doGetTransaction(TransactionSynchronizationManager synchronizationManager) {
			return new Object();
		}

		@Override
		protected Mono<Void> doBegin(TransactionSynchronizationManager synchronizationManager, Object transaction,
				TransactionDefinition definition) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doCommit(TransactionSynchronizationManager synchronizationManager,
				GenericReactiveTransaction status) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doRollback(TransactionSynchronizationManager synchronizationManager,
				GenericReactiveTransaction status) {
			return Mono.empty();
		}

	}

}
