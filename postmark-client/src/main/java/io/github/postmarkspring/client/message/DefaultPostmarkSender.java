package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

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
		return send(message, () -> {
		});
	}

	private SendResult send(OutboundMessage message, Runnable first) {
		SendResult result;
		try {
			first.run();
			result = this.dispatch.send(this.preparation.prepare(0, message));
		}
		catch (PostmarkException ex) {
			tell(PreparedMessage.outcome(0, message, ex));
			throw ex;
		}
		tell(new BatchItem.Accepted(0, message, result));
		return result;
	}

	@Override
	public CompletableFuture<SendResult> sendAsync(OutboundMessage message) {
		Assert.notNull(message, "'message' must not be null");
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		try {
			this.setup.async().get().execute(() -> complete(result, message));
		}
		catch (RejectedExecutionException ex) {
			PostmarkException reason = new PostmarkTransportException(
					"Nothing was sent: " + SendThreads.MAX_WAITING + " messages are waiting already", null);
			tell(PreparedMessage.outcome(0, message, reason));
			result.completeExceptionally(reason);
		}
		return result;
	}

	private void complete(CompletableFuture<SendResult> result, OutboundMessage message) {
		try {
			result.complete(send(message, this.http::refuseIfEnding));
		}
		catch (Throwable ex) {
			result.completeExceptionally(ex);
		}
	}

	private void tell(BatchItem outcome) {
		this.listener.onOutcome(this.setup.server(), outcome);
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

	private List<BatchItem> sendWindow(BatchWindow window) {
		List<BatchItem> items = window.send(this.dispatch);
		items.forEach(this::tell);
		return items;
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
