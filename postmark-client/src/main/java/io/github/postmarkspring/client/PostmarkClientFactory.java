package io.github.postmarkspring.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;
import io.github.postmarkspring.client.http.RetrySettings;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.DefaultPostmarkSender;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Makes clients for tokens. All of them share one {@link RestClient}, and so one pool of
 * connections; it is built when the first request is made.
 * <p>
 * Applications with Spring Boot inject the clients instead.
 *
 * @since 0.1.0
 */
public final class PostmarkClientFactory implements AutoCloseable {

	/** Where Postmark's API is. */
	public static final URI DEFAULT_BASE_URL = URI.create("https://api.postmarkapp.com");

	private final PostmarkHttp http;

	private PostmarkClientFactory(PostmarkHttp http) {
		this.http = http;
	}

	/**
	 * Create a factory.
	 * @param baseUrl where Postmark's API is, {@link #DEFAULT_BASE_URL} as a rule. Plain
	 * {@code http} is taken for a loopback address only, because every request carries a
	 * token
	 * @param restClient the builder of the client to use. It decides on the HTTP engine,
	 * timeouts and TLS; its base URL and URI builder are replaced
	 * @return the factory
	 * @throws IllegalArgumentException if the URL cannot be used
	 */
	public static PostmarkClientFactory create(URI baseUrl, RestClient.Builder restClient) {
		return create(baseUrl, restClient, null);
	}

	/**
	 * Create a factory whose requests go through a proxy.
	 * @param baseUrl where Postmark's API is, see
	 * {@link #create(URI, RestClient.Builder)}
	 * @param restClient the builder of the client to use, which is set up for the proxy
	 * @param proxy the proxy as messages of exceptions are to name it, without
	 * credentials; {@code null} if there is none
	 * @return the factory
	 * @throws IllegalArgumentException if the URL cannot be used
	 */
	public static PostmarkClientFactory create(URI baseUrl, RestClient.Builder restClient, @Nullable String proxy) {
		return create(baseUrl, restClient, proxy, RetrySettings.defaults());
	}

	/**
	 * Create a factory.
	 * @param baseUrl where Postmark's API is, see
	 * {@link #create(URI, RestClient.Builder)}
	 * @param restClient the builder of the client to use, which is set up for the proxy
	 * @param proxy the proxy as messages of exceptions are to name it, without
	 * credentials; {@code null} if there is none
	 * @param retry when a call is made again
	 * @return the factory
	 * @throws IllegalArgumentException if the URL cannot be used
	 */
	public static PostmarkClientFactory create(URI baseUrl, RestClient.Builder restClient, @Nullable String proxy,
			RetrySettings retry) {
		Assert.notNull(retry, "'retry' must not be null");
		Assert.notNull(restClient, "'restClient' must not be null");
		// Stronger than a base URL, which a factory that the builder has already would
		// override: our tokens go to this URL and nowhere else.
		RestClient.Builder builder = restClient.clone()
			.uriBuilderFactory(new DefaultUriBuilderFactory(BaseUrl.check(baseUrl)));
		return new PostmarkClientFactory(
				new PostmarkHttp(SingletonSupplier.of(builder::build), isIntercepted(restClient), proxy, retry));
	}

	private static boolean isIntercepted(RestClient.Builder restClient) {
		AtomicBoolean intercepted = new AtomicBoolean();
		// A copy, because looking at the interceptors alone makes a client that buffers.
		restClient.clone().requestInterceptors((interceptors) -> intercepted.set(!interceptors.isEmpty()));
		return intercepted.get();
	}

	/**
	 * Create a sender for a server.
	 * @param serverToken gives the server token, asked at every request
	 * @param defaults what messages say where they are silent
	 * @return the sender
	 */
	public PostmarkSender sender(TokenSource serverToken, MessageDefaults defaults) {
		return sender(serverToken, defaults, BatchSettings.defaults());
	}

	/**
	 * Create a sender for a server.
	 * @param serverToken gives the server token, asked at every request
	 * @param defaults what messages say where they are silent
	 * @param batch how many messages are cut into requests
	 * @return the sender
	 */
	public PostmarkSender sender(TokenSource serverToken, MessageDefaults defaults, BatchSettings batch) {
		return new DefaultPostmarkSender(this.http, ApiToken.server(serverToken), defaults, batch);
	}

	/**
	 * Create a client for a server.
	 * @param serverToken gives the server token, asked at every request
	 * @return the client
	 */
	public PostmarkServerClient serverClient(TokenSource serverToken) {
		return new DefaultServerClient(new Resources(this.http, ApiToken.server(serverToken)));
	}

	/**
	 * Create a client for an account.
	 * @param accountToken gives the account token, asked at every request
	 * @return the client
	 */
	public PostmarkAccountClient accountClient(TokenSource accountToken) {
		return new DefaultAccountClient(new Resources(this.http, ApiToken.account(accountToken)), this::serverClient);
	}

	/**
	 * End the waits for another attempt, and make no call again any more: for when the
	 * application stops. It is not necessary otherwise; the clients stay usable, and the
	 * {@link RestClient} is not closed.
	 */
	@Override
	public void close() {
		this.http.stopRetrying();
	}

}
