package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;

/**
 * Prepares messages and hands them over, one or many at a time.
 *
 * @since 0.1.0
 * @see io.github.postmarkspring.client.PostmarkClientFactory#sender
 */
public final class DefaultPostmarkSender implements PostmarkSender {

	private final PostmarkHttp http;

	private final ApiToken token;

	private final MessagePreparation preparation;

	private final BatchSettings batch;

	/**
	 * Create a sender.
	 * @param http the way to Postmark
	 * @param token the token of the server to send with
	 * @param defaults what messages say where they are silent
	 * @param batch how many messages are cut into requests
	 */
	public DefaultPostmarkSender(PostmarkHttp http, ApiToken token, MessageDefaults defaults, BatchSettings batch) {
		this.http = http;
		this.token = token;
		this.preparation = new MessagePreparation(defaults, http::jsonMapper);
		this.batch = batch;
	}

	@Override
	public SendResult send(OutboundMessage message) {
		PreparedMessage prepared = this.preparation.prepare(0, message);
		String path = prepared.isTemplated() ? "/email/withTemplate" : "/email";
		return this.http.send(this.token, path, prepared.body(), SendAnswer.class).toResult(HttpStatus.OK);
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
		BatchRun run = new BatchRun(this.preparation, new BatchRequest(this.http, this.token), this.batch, executor(),
				results);
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

	private static BatchAbortedException aborted(String message, Exception cause) {
		return new BatchAbortedException(message, new BatchResult(List.of()), cause);
	}

	private Executor executor() {
		if (this.batch.concurrency() == 1) {
			return Runnable::run;
		}
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("postmark-batch-");
		executor.setDaemon(true);
		return executor;
	}

}
