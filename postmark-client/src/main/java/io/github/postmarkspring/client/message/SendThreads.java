package io.github.postmarkspring.client.message;

import java.util.concurrent.Executor;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads of what is not sent on the caller's: virtual ones where the JDK has them.
 *
 * @since 0.1.0
 */
public final class SendThreads {

	/** The most messages that wait for a thread. */
	static final int MAX_WAITING = 10_000;

	private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

	private SendThreads() {
	}

	/**
	 * Return threads for messages that are sent while the caller goes on. There is none
	 * before the first message, nor some seconds after the last.
	 * @param maxRequests how many can send at once: more threads would be of no use
	 * @return the threads. If 10,000 messages wait for one, the next is refused
	 */
	public static Executor forMessages(int maxRequests) {
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

	/** Threads for the requests of one batch, which sees to it that they are few. */
	static Executor forBatch() {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("postmark-batch-");
		threads.setVirtualThreads(VIRTUAL);
		threads.setDaemon(true);
		return threads;
	}

}
