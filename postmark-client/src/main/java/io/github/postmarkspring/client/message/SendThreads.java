package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.function.SingletonSupplier;

/**
 * The threads of what is not sent on the caller's: virtual ones where the JDK has them.
 *
 * @since 0.1.0
 */
public final class SendThreads implements Executor {

	/** The most messages that wait for a thread. */
	static final int MAX_WAITING = 10_000;

	private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

	/** More than can ever have been taken. */
	private static final int ALL = 1 << 24;

	private final Supplier<Executor> pool;

	private final Semaphore untaken = new Semaphore(ALL);

	/**
	 * Create threads for messages that are sent while the caller goes on. There is none
	 * before the first message, nor some seconds after the last. If 10,000 messages wait
	 * for one, the next is refused.
	 * @param maxRequests how many can send at once: more threads would be of no use
	 */
	public SendThreads(int maxRequests) {
		this.pool = SingletonSupplier.of(() -> forMessages(maxRequests));
	}

	/**
	 * Create threads for messages that are sent while the caller goes on.
	 * @param threads runs them
	 */
	public SendThreads(Executor threads) {
		this.pool = () -> threads;
	}

	@Override
	public void execute(Runnable task) {
		execute(task, this.pool.get());
	}

	private void execute(Runnable task, Executor threads) {
		this.untaken.acquireUninterruptibly();
		// Once, although a task that has failed may fail its executor, too.
		AtomicBoolean done = new AtomicBoolean();
		try {
			threads.execute(() -> {
				try {
					task.run();
				}
				finally {
					giveBack(done);
				}
			});
		}
		catch (RuntimeException | Error ex) {
			giveBack(done);
			throw ex;
		}
	}

	private void giveBack(AtomicBoolean done) {
		if (done.compareAndSet(false, true)) {
			this.untaken.release();
		}
	}

	/**
	 * Wait until everything that was taken has been done to the end.
	 * @param timeout how long to wait
	 * @return whether that came to be in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitIdle(Duration timeout) throws InterruptedException {
		if (!this.untaken.tryAcquire(ALL, timeout.toNanos(), TimeUnit.NANOSECONDS)) {
			return false;
		}
		this.untaken.release(ALL);
		return true;
	}

	private static Executor forMessages(int maxRequests) {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setCorePoolSize(maxRequests);
		pool.setMaxPoolSize(maxRequests);
		pool.setQueueCapacity(MAX_WAITING);
		pool.setAllowCoreThreadTimeOut(true);
		pool.setKeepAliveSeconds(5);
		String name = "postmark-send-";
		pool.setThreadNamePrefix(name);
		pool.setDaemon(true);
		if (VIRTUAL) {
			pool.setThreadFactory(new VirtualThreadTaskExecutor(name).getVirtualThreadFactory());
		}
		pool.initialize();
		return pool;
	}

	/**
	 * Threads for the requests of one batch, which sees to it that they are few. If that
	 * is one at a time, the caller's will do.
	 */
	Executor forBatch(int concurrency) {
		Executor threads = (concurrency > 1) ? batchThreads() : Runnable::run;
		return (task) -> execute(task, threads);
	}

	private static Executor batchThreads() {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("postmark-batch-");
		threads.setVirtualThreads(VIRTUAL);
		threads.setDaemon(true);
		return threads;
	}

}
