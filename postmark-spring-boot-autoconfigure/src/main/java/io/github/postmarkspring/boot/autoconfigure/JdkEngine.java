package io.github.postmarkspring.boot.autoconfigure;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Sets the HTTP client of the JDK up for sending.
 */
final class JdkEngine {

	private static final Log logger = LogFactory.getLog(JdkEngine.class);

	private static final String REPEATS = "jdk.httpclient.enableAllMethodRetry";

	private static final String THREAD_NAME_PREFIX = "postmark-http-";

	private static final Duration IDLE = Duration.ofSeconds(5);

	private JdkEngine() {
	}

	static ClientHttpRequestFactory build(JdkClientHttpRequestFactoryBuilder builder, HttpClientSettings settings,
			@Nullable HttpProxy proxy, boolean virtualThreads) {
		String repeats = System.getProperty(REPEATS);
		if (repeats != null && !"false".equalsIgnoreCase(repeats)) {
			// It is of the JVM and read once, so that there is nothing else to be done.
			logger.warn("The system property '" + REPEATS + "' is set, with which the HTTP client of the JDK may send "
					+ "a mail twice. Leave it out, or use Apache HttpComponents.");
		}
		if (proxy == null) {
			return build(builder, settings, virtualThreads);
		}
		// Not resolved, because its address may change.
		ProxySelector selector = ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
		ClientHttpRequestFactory engine = build(builder.withProxySelector(selector), settings, virtualThreads);
		String username = proxy.username();
		String password = proxy.password();
		if (username == null || password == null) {
			return engine;
		}
		// The client gives this to the proxy and to nobody behind it. With an
		// authenticator instead it makes a failure of every HTTP 401 of Postmark's.
		String credentials = "Basic " + HttpHeaders.encodeBasicAuth(username, password, StandardCharsets.UTF_8);
		return (uri, method) -> {
			ClientHttpRequest request = engine.createRequest(uri, method);
			request.getHeaders().set(HttpHeaders.PROXY_AUTHORIZATION, credentials);
			return request;
		};
	}

	private static ClientHttpRequestFactory build(JdkClientHttpRequestFactoryBuilder builder,
			HttpClientSettings settings, boolean virtualThreads) {
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
