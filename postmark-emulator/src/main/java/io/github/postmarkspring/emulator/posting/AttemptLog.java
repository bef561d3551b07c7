package io.github.postmarkspring.emulator.posting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The attempts of all servers, bounded in number: the oldest go first.
 */
final class AttemptLog {

	private static final int MAX_ATTEMPTS = 10_000;

	private final Deque<WebhookAttempt> attempts = new ArrayDeque<>();

	private long count;

	synchronized long next() {
		return ++this.count;
	}

	synchronized void add(WebhookAttempt attempt) {
		this.attempts.addLast(attempt);
		if (this.attempts.size() > MAX_ATTEMPTS) {
			this.attempts.removeFirst();
		}
	}

	synchronized List<WebhookAttempt> find(Predicate<WebhookAttempt> filter) {
		return this.attempts.stream().filter(filter).toList();
	}

	synchronized void clear() {
		this.attempts.clear();
	}

}
