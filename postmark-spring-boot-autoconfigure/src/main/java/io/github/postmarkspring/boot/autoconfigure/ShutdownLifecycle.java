package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;

import io.github.postmarkspring.client.PostmarkClientFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for requests under way when the application stops, for as long as
 * {@code spring.lifecycle.timeout-per-shutdown-phase} allows.
 */
class ShutdownLifecycle implements SmartLifecycle {

	/**
	 * After the web server, whose last requests may send: that stops at
	 * {@code DEFAULT_PHASE - 2048}.
	 */
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private static final Duration LONGEST = Duration.ofHours(1);

	private final ConfigurableListableBeanFactory beanFactory;

	private volatile boolean running;

	ShutdownLifecycle(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Also after a stop: a context that was paused, or restored, goes on. */
	@Override
	public void start() {
		this.running = true;
		PostmarkClientFactory factory = factory();
		if (factory != null) {
			factory.resume();
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		PostmarkClientFactory factory = factory();
		if (factory != null) {
			factory.end();
		}
		this.running = false;
		if (factory == null) {
			callback.run();
			return;
		}
		// On a thread of its own, because it is the processor of the lifecycle that knows
		// when to wait no longer.
		Thread waiting = new Thread(() -> await(factory, callback), "postmark-shutdown");
		waiting.setDaemon(true);
		waiting.start();
	}

	private static void await(PostmarkClientFactory factory, Runnable callback) {
		try {
			factory.awaitIdle(LONGEST);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			callback.run();
		}
	}

	private @Nullable PostmarkClientFactory factory() {
		return existing(this.beanFactory);
	}

	/** Only if it is there: there may have been nothing to send. */
	static @Nullable PostmarkClientFactory existing(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(PostmarkClientFactory.class, true, false)) {
			if (beanFactory.containsSingleton(name)) {
				return beanFactory.getBean(name, PostmarkClientFactory.class);
			}
		}
		return null;
	}

}
