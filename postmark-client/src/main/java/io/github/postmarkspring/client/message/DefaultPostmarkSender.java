package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Prepares messages and hands them over, one or many at a time.
 *
 * @since 0.1.0
 * @see io.github.postmarkspring.client.PostmarkClientFactory#sender
 */
public final class DefaultPostmarkSender implements PostmarkSender {

	private static final boolean TRANSACTIONS = ClassUtils.isPresent(
			"org.springframework.transaction.support.TransactionSynchronization",
			DefaultPostmarkSender.class.getClassLoader());

	private final PostmarkHttp http;

	private final SenderSetup setup;

	private final MessagePreparation preparation;

	private final MessageDispatch dispatch;

	private final SentSearch search;

	private final CarefulListener listener;

	/**
	 * Create a sender.
	 * @param http the way to Postmark
	 * @param token the token of the server to send with
	 * @param setup how to send
	 */
	public DefaultPostmarkSender(PostmarkHttp http, ApiToken token, SenderSetup setup) {
		this.http = http;
		this.setup = setup;
		ReconciliationSettings reconciliation = setup.reconciliation();
		this.preparation = new MessagePreparation(setup.defaults(), setup.observations().metadata(), reconciliation,
				http::jsonMapper, http.buffers());
		this.search = new SentSearch(http, token, reconciliation.metadataName());
		this.listener = new CarefulListener(setup.listeners());
		MessageDispatch direct = new HttpDispatch(http, token);
		this.dispatch = (reconciliation.mode() == ReconciliationSettings.Mode.OFF) ? direct
				: new ReconcilingDispatch(direct, http, reconciliation, this.search,
						(message, outcome) -> this.listener.onReconciliation(setup.server(), message, outcome));
	}

	@Override
	public SendResult send(OutboundMessage message) {
		return send(begin(message), message, () -> this.preparation.prepare(0, message));
	}

	private ObservedSend begin(OutboundMessage message) {
		Assert.notNull(message, "'message' must not be null");
		this.listener.prepare();
		return this.setup.observations().begin(this.setup, message);
	}

	private SendResult send(ObservedSend observed, OutboundMessage message, Supplier<PreparedMessage> prepared) {
		return observed.call(() -> {
			SendResult result;
			try {
				result = dispatch(prepared.get());
			}
			catch (PostmarkException ex) {
				tell(observed, List.of(PreparedMessage.outcome(0, message, ex)));
				throw ex;
			}
			tell(observed, List.of(new BatchItem.Accepted(0, message, result)));
			return result;
		});
	}

	private SendResult dispatch(PreparedMessage prepared) {
		try {
			return this.dispatch.send(prepared);
		}
		finally {
			prepared.body().release();
		}
	}

	@Override
	public Optional<SendResult> findSent(String reconciliationKey, @Nullable String messageStream) {
		ReconciliationKey.requireUsable(reconciliationKey);
		return this.search.find(reconciliationKey, this.setup.defaults().stream(messageStream));
	}

	@Override
	public CompletableFuture<SendResult> sendAsync(OutboundMessage message) {
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		execute(result, message, this.preparation.prepareLater(message));
		return result;
	}

	@Override
	public CompletionStage<SendResult> sendAfterCommit(OutboundMessage message) {
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		// Now, so that a message that cannot be sent may roll the transaction back, and
		// what belongs to the transaction is read while it lasts.
		PreparedMessage prepared;
		try {
			prepared = this.preparation.prepare(0, message);
		}
		catch (InvalidMessageException ex) {
			fail(result, message, ex);
			throw ex;
		}
		Runnable send = () -> execute(result, message, () -> prepared);
		if (TRANSACTIONS && AfterCommit.isPossible()) {
			AfterCommit.register(send, (reason) -> fail(result, message, reason));
		}
		else {
			send.run();
		}
		return result;
	}

	private void execute(CompletableFuture<SendResult> result, OutboundMessage message,
			Supplier<PreparedMessage> prepared) {
		ObservedSend observed = begin(message);
		AtomicBoolean taken = new AtomicBoolean();
		try {
			this.setup.async().execute(() -> {
				if (taken.compareAndSet(false, true)) {
					complete(result, observed, message, () -> {
						this.http.refuseIfEnding();
						return prepared.get();
					});
				}
			});
		}
		catch (RejectedExecutionException | Error ex) {
			// It may wait for a thread all the same.
			if (taken.compareAndSet(false, true)) {
				PostmarkException reason = notTaken(ex);
				complete(result, observed, message, () -> {
					throw reason;
				});
			}
		}
	}

	private static PostmarkException notTaken(Throwable ex) {
		return (ex instanceof RejectedExecutionException)
				? new PostmarkTransportException(
						"Nothing was sent: " + SendThreads.MAX_WAITING + " messages are waiting already", null)
				: new PostmarkTransportException("Nothing was sent: there is no thread for it", ex);
	}

	private void complete(CompletableFuture<SendResult> result, ObservedSend observed, OutboundMessage message,
			Supplier<PreparedMessage> prepared) {
		try {
			result.complete(send(observed, message, prepared));
		}
		catch (Throwable ex) {
			result.completeExceptionally(ex);
		}
	}

	private void fail(CompletableFuture<SendResult> result, OutboundMessage message, RuntimeException reason) {
		if (reason instanceof CancellationException) {
			// It was not to be sent: no failure, so nobody is told.
			result.completeExceptionally(reason);
		}
		else {
			complete(result, begin(message), message, () -> {
				throw reason;
			});
		}
	}

	private void tell(ObservedSend observed, List<BatchItem> outcomes) {
		observed.settle(outcomes);
		outcomes.forEach((outcome) -> this.listener.onOutcome(this.setup.server(),
				this.setup.defaults().stream(outcome.message().messageStream()), outcome));
		this.listener.onOutcomes(this.setup.server(), outcomes);
	}

	@Override
	public BatchResult sendAll(Iterable<? extends OutboundMessage> messages) {
		List<BatchItem> items = new ArrayList<>();
		try {
			run(messages, items::add);
		}
		catch (BatchAbortedException ex) {
			throw new BatchAbortedException(String.valueOf(ex.getMessage()), new BatchResult(items), ex.getCause());
		}
		return new BatchResult(items);
	}

	@Override
	public void sendAll(Iterable<? extends OutboundMessage> messages, Consumer<? super BatchItem> results) {
		Assert.notNull(results, "'results' must not be null");
		run(messages, results);
	}

	private void run(Iterable<? extends OutboundMessage> messages, Consumer<? super BatchItem> results) {
		Assert.notNull(messages, "'messages' must not be null");
		this.listener.prepare();
		BatchSettings batch = this.setup.batch().atMost(this.http.maxRequests());
		BatchRun run = new BatchRun(this.preparation, this::sendWindow, batch,
				this.setup.async().forBatch(batch.concurrency()), results);
		try {
			run.send(messages.iterator());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw aborted("Sending was interrupted", ex);
		}
		catch (Throwable ex) {
			throw aborted("What gave the messages or took the results failed", ex);
		}
		if (run.failure() != null) {
			throw aborted("A request failed, or there was no thread for it", run.failure());
		}
	}

	private Supplier<List<BatchItem>> sendWindow(BatchWindow window) {
		ObservedSend observed = this.setup.observations().begin(this.setup, window);
		return () -> observed.call(() -> {
			List<BatchItem> items = window.send(this.dispatch);
			tell(observed, items);
			return items;
		});
	}

	private static BatchAbortedException aborted(String message, Throwable cause) {
		return new BatchAbortedException(message, new BatchResult(List.of()), cause);
	}

}
