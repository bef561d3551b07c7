package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;

import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Sets Apache HttpComponents up for sending.
 */
final class HttpComponentsEngine {

	private HttpComponentsEngine() {
	}

	static ClientHttpRequestFactory build(HttpComponentsClientHttpRequestFactoryBuilder builder,
			HttpClientSettings settings, int maxConnections) {
		return builder
			// Five connections a host, the default, would be the limit of everything.
			.withConnectionManagerCustomizer(
					(manager) -> manager.setMaxConnTotal(maxConnections).setMaxConnPerRoute(maxConnections))
			.withConnectionConfigCustomizer(
					(connection) -> connection.setValidateAfterInactivity(TimeValue.ofSeconds(1)))
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
				.disableContentCompression())
			.build(settings);
	}

}
