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
 * The HTTP engines that what goes over a socket is tested on.
 */
public enum Engine {

	JDK {
		@Override
		ClientHttpRequestFactory requestFactory(Duration readTimeout) {
			JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
					HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
			factory.setReadTimeout(readTimeout);
			return factory;
		}
	},

	HTTP_COMPONENTS {
		@Override
		ClientHttpRequestFactory requestFactory(Duration readTimeout) {
			return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
				.disableAutomaticRetries()
				.disableRedirectHandling()
				.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
					.setDefaultConnectionConfig(ConnectionConfig.custom()
						.setSocketTimeout((int) readTimeout.toMillis(), TimeUnit.MILLISECONDS)
						.build())
					.build())
				.build());
		}
	};

	abstract ClientHttpRequestFactory requestFactory(Duration readTimeout);

	/** With a timeout that no test reaches, however busy the machine is. */
	public RestClient.Builder builder() {
		return builder(Duration.ofSeconds(60));
	}

	/** For answers that take too long. */
	public RestClient.Builder builder(Duration readTimeout) {
		return RestClient.builder().requestFactory(requestFactory(readTimeout));
	}

}
