package io.github.postmarkspring.client.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;

/**
 * One pass over many messages: takes them as they come, keeps as many requests under way
 * as allowed, and hands results over in the order of the messages. It never holds more
 * than the windows that are under way and the one that is being filled.
 */
class BatchRun {

	private final MessagePreparation preparation;

	private final Function<BatchWindow, Supplier<List<BatchItem>>> sending;

	private final BatchSettings settings;

	private final Executor executor;

	private final Consumer<? super BatchItem> results;

	private final Deque<CompletableFuture<List<BatchItem>>> underWay = new ArrayDeque<>();

	private BatchWindow window;

	private boolean resultsFailed;

	BatchRun(MessagePreparation preparation, Function<BatchWindow, Supplier<List<BatchItem>>> sending,
			BatchSettings settings, Executor executor, Consumer<? super BatchItem> results) {
		this.preparation = preparation;
		this.sending = sending;
		this.settings = settings;
		this.executor = executor;
		this.results = results;
		this.window = new BatchWindow(settings);
	}

	/**
	 * Send them all.
	 * @param messages the messages
	 * @throws InterruptedException if the thread was interrupted: no further message was
	 * taken, and what was under way has been handed over
	 */
	void send(Iterator<? extends OutboundMessage> messages) throws InterruptedException {
		try {
			for (long index = 0; messages.hasNext(); index++) {
				add(index, messages.next());
				if (Thread.interrupted()) {
					throw new InterruptedException("Interrupted while sending many messages");
				}
			}
		}
		finally {
			finish();
		}
	}

	/** What was taken is sent and told, whatever ended the taking. */
	private void finish() {
		if (!this.resultsFailed) {
			submitWindow();
		}
		try {
			while (!this.underWay.isEmpty()) {
				handOverFirst();
			}
		}
		finally {
			this.underWay.forEach(CompletableFuture::join);
		}
	}

	private void add(long index, OutboundMessage message) {
		PreparedMessage prepared;
		try {
			prepared = this.preparation.prepare(index, message);
		}
		catch (PostmarkException ex) {
			this.window.addInvalid(PreparedMessage.outcome(index, message, ex));
			if (this.window.isFull()) {
				submitWindow();
			}
			return;
		}
		if (!this.window.hasRoomFor(prepared)) {
			submitWindow();
		}
		this.window.add(prepared);
	}

	private void submitWindow() {
		if (this.window.isEmpty()) {
			return;
		}
		if (this.underWay.size() >= this.settings.concurrency()) {
			handOverFirst();
		}
		BatchWindow full = this.window;
		this.window = new BatchWindow(this.settings);
		this.underWay.add(CompletableFuture.supplyAsync(this.sending.apply(full), this.executor));
	}

	private void handOverFirst() {
		List<BatchItem> items = this.underWay.removeFirst().join();
		if (this.resultsFailed) {
			return;
		}
		this.resultsFailed = true;
		items.forEach(this.results);
		this.resultsFailed = false;
	}

}
