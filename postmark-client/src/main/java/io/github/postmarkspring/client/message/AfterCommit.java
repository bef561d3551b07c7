package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.github.postmarkspring.client.error.PostmarkTransportException;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The messages that wait for one transaction to be committed. It is loaded only where
 * Spring's transactions are there.
 */
final class AfterCommit implements TransactionSynchronization {

	// One for all messages: each would have to remember every savepoint after it.
	private final List<Object> messagesAndSavepoints = new ArrayList<>();

	private AfterCommit() {
	}

	/** Whether there is a transaction of which the end can be waited for. */
	static boolean isPossible() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive();
	}

	/**
	 * Wait for the end of the transaction.
	 * @param send sends the message
	 * @param drop is told why it is not sent
	 */
	static void register(Runnable send, Consumer<RuntimeException> drop) {
		ofTransaction().messagesAndSavepoints.add(new Message(send, drop));
	}

	private static AfterCommit ofTransaction() {
		for (TransactionSynchronization registered : TransactionSynchronizationManager.getSynchronizations()) {
			if (registered instanceof AfterCommit afterCommit) {
				return afterCommit;
			}
		}
		AfterCommit afterCommit = new AfterCommit();
		TransactionSynchronizationManager.registerSynchronization(afterCommit);
		return afterCommit;
	}

	@Override
	public void savepoint(Object savepoint) {
		this.messagesAndSavepoints.add(savepoint);
	}

	@Override
	public void savepointRollback(Object savepoint) {
		// One that is not known is older than all messages.
		int kept = this.messagesAndSavepoints.lastIndexOf(savepoint) + 1;
		List<Object> undone = this.messagesAndSavepoints.subList(kept, this.messagesAndSavepoints.size());
		List<Object> messages = List.copyOf(undone);
		undone.clear();
		end(messages, STATUS_ROLLED_BACK);
	}

	/** Not before: a message that comes in another's {@code afterCommit} is in time. */
	@Override
	public void afterCompletion(int status) {
		end(this.messagesAndSavepoints, status);
	}

	private static void end(List<Object> messages, int status) {
		for (Object entry : messages) {
			if (entry instanceof Message message) {
				message.end(status);
			}
		}
	}

	private record Message(Runnable send, Consumer<RuntimeException> drop) {

		void end(int status) {
			switch (status) {
				case STATUS_COMMITTED -> this.send.run();
				case STATUS_ROLLED_BACK ->
					this.drop.accept(new CancellationException("Nothing was sent: the transaction was rolled back"));
				default -> this.drop.accept(new PostmarkTransportException(
						"Nothing was sent: it is not known whether the transaction was committed", null));
			}
		}

	}

}
