package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The one HTTP engine of all Postmark clients: the application's choice, set up for
 * sending, built at the first request and closed with the context. Not a
 * {@link ClientHttpRequestFactory} itself, because as a bean it would replace the
 * application's.
 */
class HttpEngine implements DisposableBean {

	private final ClientHttpRequestFactoryBuilder<?> builder;

	private final HttpClientSettings settings;

	private final int maxConnections;

	private final boolean virtualThreads;

	private final Object monitor = new Object();

	private volatile @Nullable ClientHttpRequestFactory engine;

	private volatile boolean closed;

	HttpEngine(ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings, int maxConnections,
			boolean virtualThreads) {
		this.builder = builder;
		this.settings = settings;
		this.maxConnections = maxConnections;
		this.virtualThreads = virtualThreads;
	}

	ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return engine().createRequest(uri, method);
	}

	private ClientHttpRequestFactory engine() {
		ClientHttpRequestFactory built = this.engine;
		if (built != null) {
			return built;
		}
		synchronized (this.monitor) {
			if (this.closed) {
				throw new IllegalStateException("The application is shutting down, Postmark can no longer be called");
			}
			built = this.engine;
			if (built == null) {
				built = build();
				this.engine = built;
			}
			return built;
		}
	}

	private ClientHttpRequestFactory build() {
		if (this.builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			return HttpComponentsEngine.build(httpComponents, this.settings, this.maxConnections);
		}
		if (this.builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return JdkEngine.build(jdk, this.settings, this.virtualThreads);
		}
		return this.builder.build(this.settings);
	}

	boolean isBuilt() {
		return this.engine != null;
	}

	@Override
	public void destroy() throws Exception {
		synchronized (this.monitor) {
			this.closed = true;
			ClientHttpRequestFactory built = this.engine;
			this.engine = null;
			if (built instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
	}

}
