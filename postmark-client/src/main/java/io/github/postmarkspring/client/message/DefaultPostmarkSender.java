package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

import org.springframework.util.Assert;

/**
 * Prepares messages and hands them over, one or many at a time.
 *
 * @since 0.1.0
 * @see io.github.postmarkspring.client.PostmarkClientFactory#sender
 */
public final class DefaultPostmarkSender implements PostmarkSender {

	private final PostmarkHttp http;

	private final SenderSetup setup;

	private final MessagePreparation preparation;

	private final MessageDispatch dispatch;

	private final SendListener listener;

	/**
	 * Create a sender.
	 * @param http the way to Postmark
	 * @param token the token of the server to send with
	 * @param setup how to send
	 */
	public DefaultPostmarkSender(PostmarkHttp http, ApiToken token, SenderSetup setup) {
		this.http = http;
		this.setup = setup;
		this.preparation = new MessagePreparation(setup.defaults(), http::jsonMapper);
		this.dispatch = new HttpDispatch(http, token);
		this.listener = new CarefulListener(setup.listeners());
	}

	@Override
	public SendResult send(OutboundMessage message) {
		return send(begin(message), message, () -> {
		});
	}

	private ObservedSend begin(OutboundMessage message) {
		Assert.notNull(message, "'message' must not be null");
		return this.setup.observations().begin(this.setup, message);
	}

	private SendResult send(ObservedSend observed, OutboundMessage message, Runnable first) {
		return observed.call(() -> {
			SendResult result;
			try {
				first.run();
				result = this.dispatch.send(this.preparation.prepare(0, message));
			}
			catch (PostmarkException ex) {
				tell(observed, List.of(PreparedMessage.outcome(0, message, ex)));
				throw ex;
			}
			tell(observed, List.of(new BatchItem.Accepted(0, message, result)));
			return result;
		});
	}

	@Override
	public CompletableFuture<SendResult> sendAsync(OutboundMessage message) {
		ObservedSend observed = begin(message);
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		try {
			this.setup.async().get().execute(() -> complete(result, observed, message, this.http::refuseIfEnding));
		}
		catch (RejectedExecutionException ex) {
			PostmarkException reason = new PostmarkTransportException(
					"Nothing was sent: " + SendThreads.MAX_WAITING + " messages are waiting already", null);
			complete(result, observed, message, () -> {
				throw reason;
			});
		}
		return result;
	}

	private void complete(CompletableFuture<SendResult> result, ObservedSend observed, OutboundMessage message,
			Runnable first) {
		try {
			result.complete(send(observed, message, first));
		}
		catch (Throwable ex) {
			result.completeExceptionally(ex);
		}
	}

	private void tell(ObservedSend observed, List<BatchItem> outcomes) {
		observed.settle(outcomes);
		outcomes.forEach((outcome) -> this.listener.onOutcome(this.setup.server(), outcome));
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
		BatchSettings batch = this.setup.batch();
		BatchRun run = new BatchRun(this.preparation, this::sendWindow, batch, executor(batch), results);
		try {
			run.send(messages.iterator());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw aborted("Sending was interrupted", ex);
		}
		catch (RuntimeException ex) {
			throw aborted("What gave the messages or took the results failed", ex);
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

	private static BatchAbortedException aborted(String message, Exception cause) {
		return new BatchAbortedException(message, new BatchResult(List.of()), cause);
	}

	private static Executor executor(BatchSettings batch) {
		if (batch.concurrency() == 1) {
			return Runnable::run;
		}
		return SendThreads.forBatch();
	}

}
