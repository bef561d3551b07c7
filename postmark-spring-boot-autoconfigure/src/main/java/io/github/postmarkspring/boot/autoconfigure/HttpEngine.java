package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The one HTTP engine of all Postmark clients: the application's choice, set up for
 * sending, built at the first request, built anew when its SSL bundle changes, and closed
 * with the context. Not a {@link ClientHttpRequestFactory} itself, because as a bean it
 * would replace the application's.
 */
class HttpEngine implements DisposableBean {

	/**
	 * More than those need who ask one thing after the other: whoever had to wait for a
	 * connection here would take Postmark for unreachable.
	 */
	private static final int PROBE_CONNECTIONS = 64;

	private final ClientHttpRequestFactoryBuilder<?> builder;

	private final @Nullable HttpProxy proxy;

	private final int maxConnections;

	private final boolean virtualThreads;

	private final Object monitor = new Object();

	private final List<HttpEngine> probes = new ArrayList<>();

	private HttpClientSettings settings;

	private volatile @Nullable ClientHttpRequestFactory engine;

	private volatile boolean closed;

	HttpEngine(ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings, @Nullable HttpProxy proxy,
			int maxConnections, boolean virtualThreads) {
		this.builder = builder;
		this.settings = settings;
		this.proxy = proxy;
		this.maxConnections = maxConnections;
		this.virtualThreads = virtualThreads;
	}

	/**
	 * Return an engine like this one, with as much patience as that and connections of
	 * its own, which follows this one's SSL bundle and is closed with it.
	 */
	HttpEngine probe(Duration timeout) {
		synchronized (this.monitor) {
			HttpEngine probe = new HttpEngine(this.builder, this.settings.withTimeouts(timeout, timeout), this.proxy,
					PROBE_CONNECTIONS, this.virtualThreads);
			probe.closed = this.closed;
			this.probes.add(probe);
			return probe;
		}
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
				built = build(this.settings);
				this.engine = built;
			}
			return built;
		}
	}

	private ClientHttpRequestFactory build(HttpClientSettings settings) {
		if (this.builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			return HttpComponentsEngine.build(httpComponents, settings, this.proxy, this.maxConnections);
		}
		if (this.builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return JdkEngine.build(jdk, settings, this.proxy, this.virtualThreads);
		}
		return this.builder.build(settings);
	}

	/**
	 * Use another SSL bundle from the next request on. If it is of no use, the one before
	 * it stays.
	 */
	void use(SslBundle bundle) {
		// Fails before anything has changed, whether or not anything is built yet.
		bundle.createSslContext();
		synchronized (this.monitor) {
			HttpClientSettings changed = this.settings.withSslBundle(bundle);
			if (this.engine != null) {
				// The one before it is not closed, which would break requests under way.
				// It has no threads but for those, and its connections are closed when
				// nobody refers to it any more.
				this.engine = build(changed);
			}
			this.settings = changed;
			this.probes.forEach((probe) -> probe.use(bundle));
		}
	}

	/** Whether {@link #use(SslBundle)} may be called: other engines have to be closed. */
	boolean isRenewable() {
		return this.builder instanceof HttpComponentsClientHttpRequestFactoryBuilder
				|| this.builder instanceof JdkClientHttpRequestFactoryBuilder;
	}

	/** The proxy, as messages may name it. */
	@Nullable String proxy() {
		return (this.proxy != null) ? this.proxy.toString() : null;
	}

	@Nullable Duration readTimeout() {
		return this.settings.readTimeout();
	}

	boolean isBuilt() {
		return this.engine != null;
	}

	@Override
	public void destroy() throws Exception {
		synchronized (this.monitor) {
			this.closed = true;
			for (HttpEngine probe : this.probes) {
				probe.destroy();
			}
			ClientHttpRequestFactory built = this.engine;
			this.engine = null;
			if (built instanceof DisposableBean disposable) {
				disposable.destroy();
			}
		}
	}

}
