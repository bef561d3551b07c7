package io.github.postmarkspring.emulator.posting;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What is to be posted, and the threads that post it. There are none before the first
 * post and none when nothing has been due for a while, and none of them keeps the JVM
 * alive.
 *
 * @since 0.1.0
 */
public final class Outbox implements AutoCloseable {

	private static final int MAX_WORKERS = 8;

	// What was cleared must leave nothing behind.
	private final Object clearing = new Object();

	private final AttemptLog log = new AttemptLog();

	private final PostingSettings settings;

	private final Poster poster;

	private final DueQueue queue;

	private final Workers workers;

	/**
	 * Creates an outbox. Nothing is started.
	 * @param name of the threads
	 * @param clock tells when a retry is due
	 * @param settings how to post
	 */
	public Outbox(String name, Clock clock, PostingSettings settings) {
		this.settings = settings;
		this.poster = new Poster(settings.remote());
		this.queue = new DueQueue(clock);
		this.workers = new Workers(name, MAX_WORKERS, this::workOnce, this.queue::shortHanded);
	}

	/**
	 * Creates an outbox that posts nothing, for what nobody is to hear of.
	 * @param clock the clock
	 * @return the outbox
	 */
	public static Outbox closed(Clock clock) {
		Outbox outbox = new Outbox("none", clock, PostingSettings.DEFAULT);
		outbox.close();
		return outbox;
	}

	/**
	 * Returns how it posts.
	 * @return the settings
	 */
	public PostingSettings settings() {
		return this.settings;
	}

	/**
	 * Takes something to post, without waiting for anything. What no longer fits is
	 * dropped, and recorded as an attempt.
	 * @param post the post
	 */
	public void add(Post post) {
		DueQueue.Due first = this.queue.add(post);
		if (first != null) {
			this.workers.wake();
			return;
		}
		DueQueue.Due due = this.queue.now(post);
		record(due, Answer.refused("Too much was waiting to be posted"), WebhookAttempt.Outcome.DROPPED);
	}

	/**
	 * Posts once, and waits for the answer.
	 * @param post what to post
	 * @return the answer, {@code null} if the emulator is closing
	 */
	public @Nullable Answer probe(Post post) {
		try {
			return this.poster.post(post.target(), headers(post, 0), post.body(), post.timeout());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	/**
	 * Returns the attempts there were, those forgotten excepted.
	 * @param filter which ones
	 * @return a copy, oldest first
	 */
	public List<WebhookAttempt> attempts(Predicate<WebhookAttempt> filter) {
		return this.log.find(filter);
	}

	/**
	 * Returns how many posts wait for an attempt or its answer.
	 * @return the number of posts
	 */
	public int pending() {
		return this.queue.pending();
	}

	/**
	 * Looks at the clock anew.
	 */
	public void clockMoved() {
		this.queue.wake();
	}

	/**
	 * Forgets what is to be posted, and all attempts.
	 */
	public void clear() {
		synchronized (this.clearing) {
			this.queue.clear();
			this.log.clear();
		}
	}

	private boolean workOnce(Duration patience) throws InterruptedException {
		DueQueue.Due due = this.queue.take(patience);
		if (due == null) {
			return false;
		}
		this.workers.wake();
		try {
			if (due.post().wanted().getAsBoolean()) {
				attempt(due);
			}
			return true;
		}
		finally {
			this.queue.done(due);
		}
	}

	private void attempt(DueQueue.Due due) throws InterruptedException {
		Post post = due.post();
		Answer answer = this.poster.post(post.target(), headers(post, due.retry()), post.body(), post.timeout());
		WebhookAttempt.Outcome outcome = answer.refused() ? WebhookAttempt.Outcome.DROPPED
				: post.rules().judge(answer.status(), due.retry());
		synchronized (this.clearing) {
			if (this.queue.current(due)) {
				record(due, answer, outcome);
				if (outcome == WebhookAttempt.Outcome.RETRIED) {
					this.queue.again(due, post.rules().delays().get(due.retry()));
				}
			}
		}
	}

	private void record(DueQueue.Due due, Answer answer, WebhookAttempt.Outcome outcome) {
		Post post = due.post();
		Post.Subject subject = post.subject();
		WebhookAttempt attempt = new WebhookAttempt(this.log.next(), due.time(), post.traceId(), subject.event(),
				subject.serverId(), subject.webhookId(), subject.messageId(), post.target().address(), due.retry(),
				answer.status(), answer.failure(), answer.body(), answer.duration(), outcome);
		this.log.add(attempt);
		post.result().accept(attempt);
	}

	/**
	 * Postmark documents them for what goes out; of inbound mail it says nothing.
	 */
	private static Map<String, String> headers(Post post, int retry) {
		Map<String, String> headers = new LinkedHashMap<>();
		if (!post.subject().event().equals(Post.Subject.INBOUND)) {
			headers.put("X-PM-Webhook-Trace-Id", post.traceId());
			headers.put("X-PM-Retries-Remaining", Integer.toString(post.rules().delays().size() - retry));
		}
		return headers;
	}

	@Override
	public void close() {
		this.queue.close();
		this.workers.close();
		this.poster.close();
	}

}
