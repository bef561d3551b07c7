package io.github.postmarkspring.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The HTTP engines that what goes over a socket is tested on, with a read timeout that
 * does not hold up a test.
 */
public enum Engine {

	JDK {
		@Override
		ClientHttpRequestFactory requestFactory() {
			JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
					HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
			factory.setReadTimeout(READ_TIMEOUT);
			return factory;
		}
	},

	HTTP_COMPONENTS {
		@Override
		ClientHttpRequestFactory requestFactory() {
			return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
				.disableAutomaticRetries()
				.disableRedirectHandling()
				.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
					.setDefaultConnectionConfig(ConnectionConfig.custom()
						.setSocketTimeout((int) READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
						.build())
					.build())
				.build());
		}
	};

	private static final Duration READ_TIMEOUT = Duration.ofMillis(500);

	abstract ClientHttpRequestFactory requestFactory();

	public RestClient.Builder builder() {
		return RestClient.builder().requestFactory(requestFactory());
	}

}
