package io.github.postmarkspring.boot.autoconfigure;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Sets the HTTP client of the JDK up for sending.
 */
final class JdkEngine {

	private static final String THREAD_NAME_PREFIX = "postmark-http-";

	private static final Duration IDLE = Duration.ofSeconds(5);

	private JdkEngine() {
	}

	static ClientHttpRequestFactory build(JdkClientHttpRequestFactoryBuilder builder, HttpClientSettings settings,
			boolean virtualThreads) {
		JdkClientHttpRequestFactoryBuilder http1 = builder
			// HTTP/2 sends everything over one connection and is slower for it; in the
			// clear the client would ask to upgrade at every request.
			.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1))
			.withCustomizer((factory) -> factory.enableCompression(false));
		if (virtualThreads) {
			return http1.withExecutor(new VirtualThreadTaskExecutor(THREAD_NAME_PREFIX)).build(settings);
		}
		// Without an executor Spring starts a thread for each request. Not bounded: a
		// task
		// that writes a body waits for tasks that empty it.
		CustomizableThreadFactory threads = new CustomizableThreadFactory(THREAD_NAME_PREFIX);
		threads.setDaemon(true);
		ExecutorService executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE.toMillis(), TimeUnit.MILLISECONDS,
				new SynchronousQueue<>(), threads);
		// The client has no way to be closed before JDK 21, and Spring keeps it to
		// itself.
		// It closes its connections when nobody refers to it any more; until then the
		// executor has to serve the answers that are still to come, and its threads end
		// by themselves.
		return http1.withExecutor(executor).build(settings);
	}

}
