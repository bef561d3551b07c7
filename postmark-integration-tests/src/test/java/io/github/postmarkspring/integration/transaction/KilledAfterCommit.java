package io.github.postmarkspring.integration.transaction;

import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shop in a process that ends as soon as an order is committed.
 */
final class KilledAfterCommit {

	static final int EXIT_CODE = 9;

	private KilledAfterCommit() {
	}

	public static void main(String[] args) {
		ConfigurableApplicationContext context = Shop.start(List.of(args[0].split("\n")));
		context.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
			context.getBean(Shop.Orders.class).place("1");
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					// As kill -9 does: nothing else is called.
					Runtime.getRuntime().halt(EXIT_CODE);
				}

			});
		});
	}

}
