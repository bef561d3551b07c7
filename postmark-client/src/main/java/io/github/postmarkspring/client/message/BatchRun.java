package io.github.postmarkspring.client.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;

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

	private final Deque<UnderWay> underWay = new ArrayDeque<>();

	private BatchWindow window;

	private boolean resultsFailed;

	private @Nullable Throwable failure;

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
	 * Send them all, or until {@link #failure()}.
	 * @param messages the messages
	 * @throws InterruptedException if the thread was interrupted: no further message was
	 * taken, and what was under way has been handed over
	 */
	void send(Iterator<? extends OutboundMessage> messages) throws InterruptedException {
		try {
			for (long index = 0; this.failure == null && messages.hasNext(); index++) {
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

	/**
	 * Return with what a request failed, or that there was no thread for it: after that
	 * no further message was taken.
	 * @return the failure, or {@code null} if there was none
	 */
	@Nullable Throwable failure() {
		return this.failure;
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
			this.underWay.forEach((request) -> request.items().handle((items, ex) -> items).join());
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
		this.underWay.add(new UnderWay(full, start(full)));
	}

	private CompletableFuture<List<BatchItem>> start(BatchWindow full) {
		Supplier<List<BatchItem>> send = this.sending.apply(full);
		try {
			return CompletableFuture.supplyAsync(send, this.executor);
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
			full.refuse(new PostmarkTransportException("Nothing was sent: there is no thread for it", ex));
			return CompletableFuture.supplyAsync(send, Runnable::run);
		}
	}

	private void handOverFirst() {
		List<BatchItem> items = await(this.underWay.removeFirst());
		if (this.resultsFailed) {
			return;
		}
		this.resultsFailed = true;
		items.forEach(this.results);
		this.resultsFailed = false;
	}

	private List<BatchItem> await(UnderWay request) {
		Throwable ex = null;
		List<BatchItem> items = List.of();
		try {
			items = request.items().join();
			ex = request.window().failure();
		}
		catch (CompletionException wrapped) {
			ex = wrapped.getCause();
		}
		if (this.failure == null) {
			this.failure = ex;
		}
		return items;
	}

	private record UnderWay(BatchWindow window, CompletableFuture<List<BatchItem>> items) {
	}

}
