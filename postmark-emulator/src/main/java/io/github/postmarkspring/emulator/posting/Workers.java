package io.github.postmarkspring.emulator.posting;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.CustomizableThreadCreator;

/**
 * A few daemon threads that come when there is work and go when there is none.
 */
final class Workers implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Workers.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration FAREWELL = Duration.ofSeconds(5);

	private final Set<Thread> threads = new HashSet<>();

	private final CustomizableThreadCreator creator;

	private final int most;

	private final Work work;

	private final BooleanSupplier shortHanded;

	private boolean closed;

	Workers(String name, int most, Work work, BooleanSupplier shortHanded) {
		this.creator = new CustomizableThreadCreator(name + "-");
		this.creator.setDaemon(true);
		this.most = most;
		this.work = work;
		this.shortHanded = shortHanded;
	}

	/**
	 * Calls one more if those who are there are not enough.
	 */
	synchronized void wake() {
		if (!this.closed && this.threads.size() < this.most && this.shortHanded.getAsBoolean()) {
			Thread thread = this.creator.createThread(this::run);
			this.threads.add(thread);
			thread.start();
		}
	}

	private void run() {
		try {
			while (doWork()) {
				// Until there is nothing for a while.
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			gone();
		}
	}

	private boolean doWork() throws InterruptedException {
		try {
			return this.work.once(PATIENCE);
		}
		// Errors too: want of memory belongs to one post only.
		catch (RuntimeException | Error ex) {
			logger.error("The Postmark emulator failed to post a webhook: " + ex.getClass().getName());
			return true;
		}
	}

	private synchronized void gone() {
		this.threads.remove(Thread.currentThread());
		notifyAll();
		// Something may have come when this one had just given up.
		wake();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.threads.forEach(Thread::interrupt);
		long deadline = System.nanoTime() + FAREWELL.toNanos();
		try {
			while (!this.threads.isEmpty() && System.nanoTime() < deadline) {
				wait(100);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * One piece of work.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Waits for work and does it.
		 * @param patience how long to wait
		 * @return {@code false} if there was none
		 */
		boolean once(Duration patience) throws InterruptedException;

	}

}
