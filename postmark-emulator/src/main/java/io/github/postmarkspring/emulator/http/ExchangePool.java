package io.github.postmarkspring.emulator.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.util.CustomizableThreadCreator;

/**
 * The threads of one server. The JDK's server blocks a thread from the first byte of a
 * request to the last byte of its answer, so a client that dribbles holds one. There are
 * enough for a few hundred of those, and none may hold its thread beyond a deadline: the
 * JDK's own limit is a system property and would govern every such server in the
 * application.
 */
final class ExchangePool implements Executor, AutoCloseable {

	private static final int MAX_THREADS = 256;

	private static final Duration SWEEP = Duration.ofSeconds(1);

	private final Map<Thread, Long> deadlines = new ConcurrentHashMap<>();

	private final ThreadPoolExecutor workers;

	private final ScheduledThreadPoolExecutor watchdog;

	private final Duration patience;

	ExchangePool(String name, Duration patience) {
		this.patience = patience;
		CustomizableThreadCreator threads = new CustomizableThreadCreator(name + "-");
		threads.setDaemon(true);
		this.workers = new ThreadPoolExecutor(0, MAX_THREADS, 10, TimeUnit.SECONDS, new IdleWorkersFirst(),
				threads::createThread, (task, pool) -> {
					if (!pool.isShutdown()) {
						pool.getQueue().add(task);
					}
				});
		this.watchdog = new ScheduledThreadPoolExecutor(1, threads::createThread);
		this.watchdog.scheduleWithFixedDelay(this::interruptOverdue, SWEEP.toMillis(), SWEEP.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void execute(Runnable exchange) {
		this.workers.execute(() -> {
			Thread thread = Thread.currentThread();
			this.deadlines.put(thread, System.nanoTime() + this.patience.toNanos());
			try {
				exchange.run();
			}
			finally {
				this.deadlines.remove(thread);
			}
		});
	}

	/**
	 * Gives the exchange of this thread more time.
	 */
	void extend(Duration more) {
		this.deadlines.computeIfPresent(Thread.currentThread(), (thread, deadline) -> deadline + more.toNanos());
	}

	/**
	 * An interrupt closes the channel a thread is reading from or writing to.
	 */
	private void interruptOverdue() {
		long now = System.nanoTime();
		for (Thread thread : this.deadlines.keySet()) {
			this.deadlines.computeIfPresent(thread, (overdue, deadline) -> {
				if (deadline - now > 0) {
					return deadline;
				}
				overdue.interrupt();
				return null;
			});
		}
	}

	@Override
	public void close() {
		this.watchdog.shutdownNow();
		this.workers.shutdownNow();
		try {
			this.workers.awaitTermination(5, TimeUnit.SECONDS);
			this.watchdog.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Takes a task only if a worker waits for it, so that the pool grows before it
	 * queues. What the full pool refuses is queued all the same, by
	 * {@link #add(Runnable)}.
	 */
	private static final class IdleWorkersFirst extends LinkedTransferQueue<Runnable> {

		@Override
		public boolean offer(Runnable task) {
			return tryTransfer(task);
		}

		@Override
		public boolean add(Runnable task) {
			put(task);
			return true;
		}

	}

}
