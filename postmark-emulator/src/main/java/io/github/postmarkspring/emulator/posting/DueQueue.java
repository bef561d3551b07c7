package io.github.postmarkspring.emulator.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * What is to be posted, in the order it is due by the emulator's clock, bounded in number
 * and bytes.
 */
final class DueQueue {

	private static final int MAX_POSTS = 20_000;

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final PriorityQueue<Due> queue = new PriorityQueue<>(
			Comparator.comparing(Due::time).thenComparingLong(Due::sequence));

	private final Clock clock;

	private long bytes;

	private long sequence;

	private int generation;

	private int underWay;

	private int waiting;

	private boolean closed;

	DueQueue(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Adds a post that is due at once.
	 * @return {@code null} if there is no room for it
	 */
	synchronized @Nullable Due add(Post post) {
		boolean full = this.queue.size() >= MAX_POSTS
				|| (this.bytes > 0 && this.bytes + post.body().length > MAX_BYTES);
		if (full || this.closed) {
			return null;
		}
		Due due = now(post);
		this.bytes += post.body().length;
		offer(due);
		return due;
	}

	synchronized Due now(Post post) {
		return new Due(post, this.clock.instant(), 0, this.sequence++, this.generation);
	}

	/**
	 * Adds the next attempt. A schedule goes by when attempts were due, so that moving
	 * the clock by an hour lets all of that hour's attempts happen.
	 */
	synchronized void again(Due due, Duration delay) {
		if (current(due)) {
			this.bytes += due.post().body().length;
			offer(new Due(due.post(), due.time().plus(delay), due.retry() + 1, this.sequence++, this.generation));
		}
	}

	private void offer(Due due) {
		this.queue.add(due);
		notifyAll();
	}

	/**
	 * Waits for something that is due. While there is something that will be, one waits
	 * on.
	 * @param patience how long the others wait, and all while there is nothing at all
	 * @return {@code null} if nothing was due for so long, or it is closed
	 */
	synchronized @Nullable Due take(Duration patience) throws InterruptedException {
		long start = System.nanoTime();
		while (!this.closed) {
			Due first = this.queue.peek();
			long idle = patience.toMillis() - Duration.ofNanos(System.nanoTime() - start).toMillis();
			if (first != null && !first.time().isAfter(this.clock.instant())) {
				this.queue.remove();
				this.bytes -= first.post().body().length;
				this.underWay++;
				return first;
			}
			if (idle <= 0 && (first == null || this.waiting > 0)) {
				return null;
			}
			await((first != null) ? Duration.between(this.clock.instant(), first.time()).toMillis() : idle, idle);
		}
		return null;
	}

	private void await(long untilDue, long idle) throws InterruptedException {
		this.waiting++;
		try {
			wait(Math.max((idle > 0) ? Math.min(untilDue, idle) : untilDue, 1));
		}
		finally {
			this.waiting--;
		}
	}

	/**
	 * Returns whether more is due than those who wait can take.
	 */
	synchronized boolean shortHanded() {
		Due first = this.queue.peek();
		return first != null && this.queue.size() > this.waiting && !first.time().isAfter(this.clock.instant());
	}

	synchronized void done(Due due) {
		this.underWay--;
	}

	/**
	 * Returns whether nothing has been cleared since.
	 */
	synchronized boolean current(Due due) {
		return due.generation() == this.generation && !this.closed;
	}

	synchronized int pending() {
		return this.queue.size() + this.underWay;
	}

	synchronized void wake() {
		notifyAll();
	}

	synchronized void clear() {
		this.queue.clear();
		this.bytes = 0;
		this.generation++;
		notifyAll();
	}

	synchronized void close() {
		this.closed = true;
		clear();
	}

	/**
	 * A post and when it is due.
	 */
	record Due(Post post, Instant time, int retry, long sequence, int generation) {

	}

}
