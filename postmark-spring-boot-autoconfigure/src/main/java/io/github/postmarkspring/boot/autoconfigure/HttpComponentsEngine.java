package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.time.Duration;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Sets Apache HttpComponents up for sending.
 */
final class HttpComponentsEngine {

	/**
	 * A connection that was idle for so long may have been closed by the other side, and
	 * is looked at before it is used. That takes a millisecond, which nobody notices who
	 * sends so seldom, and who sends faster does not pay.
	 */
	private static final TimeValue DOUBT = TimeValue.ofMilliseconds(10);

	/**
	 * One that was idle for so long is not used again: something on the way may have
	 * dropped it without a word, which no look would show.
	 */
	private static final TimeValue IDLE = TimeValue.ofSeconds(30);

	/** Nor one so old, because the name of the host may mean another machine by now. */
	private static final TimeValue LIFE = TimeValue.ofMinutes(5);

	private static final String TUNNELLED = "postmark-tunnelled";

	private HttpComponentsEngine() {
	}

	static ClientHttpRequestFactory build(HttpComponentsClientHttpRequestFactoryBuilder builder,
			HttpClientSettings settings, @Nullable HttpProxy proxy, int maxConnections) {
		return builder
			// Five connections a host, the default, would be the limit of everything.
			.withConnectionManagerCustomizer(
					(manager) -> manager.setMaxConnTotal(maxConnections).setMaxConnPerRoute(maxConnections))
			.withConnectionConfigCustomizer(
					(connection) -> connection.setValidateAfterInactivity(DOUBT).setTimeToLive(LIFE))
			.withDefaultRequestConfigCustomizer((request) -> {
				Duration patience = settings.readTimeout();
				if (patience != null) {
					request.setConnectionRequestTimeout(Timeout.of(patience));
				}
			})
			// A repeated POST is a second mail, and a redirect takes the token to another
			// host. The rest is work that no answer of Postmark's needs.
			.withHttpClientCustomizer((client) -> client.disableAutomaticRetries()
				.disableRedirectHandling()
				.disableCookieManagement()
				.disableAuthCaching()
				.disableContentCompression()
				.setKeepAliveStrategy(HttpComponentsEngine::keepAlive))
			.withHttpClientCustomizer((client) -> {
				Duration patience = settings.readTimeout();
				if (patience != null) {
					client.addExecInterceptorFirst("postmark-timeout", new AttemptTimeout(patience));
				}
			})
			.withHttpClientCustomizer((client) -> client
				.addExecInterceptorBefore(ChainElement.CONNECT.name(), "postmark-tunnel",
						HttpComponentsEngine::requireTunnel)
				.addExecInterceptorAfter(ChainElement.CONNECT.name(), TUNNELLED, HttpComponentsEngine::markTunnelled))
			.withHttpClientCustomizer((client) -> {
				if (proxy != null) {
					connectThrough(proxy, client);
				}
			})
			.build(settings);
	}

	/** The server may want it shorter, but not longer. */
	static TimeValue keepAlive(HttpResponse response, HttpContext context) {
		TimeValue asked = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
		return (TimeValue.isNonNegative(asked) && asked.compareTo(IDLE) < 0) ? asked : IDLE;
	}

	/** What a proxy refuses a tunnel with would be taken for Postmark's answer. */
	private static ClassicHttpResponse requireTunnel(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		if (!scope.route.isTunnelled()) {
			return chain.proceed(request, scope);
		}
		scope.clientContext.removeAttribute(TUNNELLED);
		ClassicHttpResponse response = chain.proceed(request, scope);
		// The client knows that HTTP 407 is a proxy's.
		if (scope.clientContext.getAttribute(TUNNELLED) == null
				&& response.getCode() != HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
			response.close();
			throw new IOException("The proxy refused the tunnel, HTTP " + response.getCode());
		}
		return response;
	}

	private static ClassicHttpResponse markTunnelled(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		if (scope.route.isTunnelled()) {
			scope.clientContext.setAttribute(TUNNELLED, true);
		}
		return chain.proceed(request, scope);
	}

	private static void connectThrough(HttpProxy proxy, HttpClientBuilder client) {
		HttpHost host = new HttpHost(proxy.host(), proxy.port());
		client.setRoutePlanner(new DefaultProxyRoutePlanner(host));
		String username = proxy.username();
		String password = proxy.password();
		if (username != null && password != null) {
			BasicCredentialsProvider credentials = new BasicCredentialsProvider();
			credentials.setCredentials(new AuthScope(host),
					new UsernamePasswordCredentials(username, password.toCharArray()));
			client.setDefaultCredentialsProvider(credentials);
		}
	}

}
