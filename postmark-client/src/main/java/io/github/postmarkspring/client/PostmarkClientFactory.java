package io.github.postmarkspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;
import io.github.postmarkspring.client.http.RequestLimits;
import io.github.postmarkspring.client.http.RequestObservations;
import io.github.postmarkspring.client.http.RetrySettings;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.DefaultPostmarkSender;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.ReconciliationSettings;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.message.SendThreads;
import io.github.postmarkspring.client.message.SenderSetup;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
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

	private final ReconciliationSettings reconciliation;

	private final Supplier<List<SendListener>> listeners;

	private final SendThreads async;

	private final SendObservations observations;

	private PostmarkClientFactory(PostmarkHttp http, ReconciliationSettings reconciliation,
			Supplier<List<SendListener>> listeners, SendObservations observations) {
		this.http = http;
		this.reconciliation = reconciliation;
		this.listeners = listeners;
		this.observations = observations;
		this.async = new SendThreads(http.maxRequests());
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
		return builder(baseUrl, restClient).build();
	}

	/**
	 * Start a factory of which more is to be said.
	 * @param baseUrl where Postmark's API is, see
	 * {@link #create(URI, RestClient.Builder)}
	 * @param restClient the builder of the client to use
	 * @return a builder
	 * @throws IllegalArgumentException if the URL cannot be used
	 */
	public static Builder builder(URI baseUrl, RestClient.Builder restClient) {
		Assert.notNull(restClient, "'restClient' must not be null");
		return new Builder(BaseUrl.check(baseUrl), restClient);
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
		return sender("default", serverToken, defaults, batch);
	}

	/**
	 * Create a sender for a server.
	 * @param server the name of the server, for logs and metrics
	 * @param serverToken gives the server token, asked at every request
	 * @param defaults what messages say where they are silent
	 * @param batch how many messages are cut into requests
	 * @return the sender
	 * @throws IllegalArgumentException if every message is to have a reconciliation key
	 * and the defaults leave no place for it
	 */
	public PostmarkSender sender(String server, TokenSource serverToken, MessageDefaults defaults,
			BatchSettings batch) {
		this.reconciliation.check(defaults);
		return new DefaultPostmarkSender(this.http, ApiToken.server(serverToken), new SenderSetup(server, defaults,
				batch, this.reconciliation, this.listeners, this.async, this.observations));
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
	 * Begin to end, for when the application stops: from now on nothing begins that would
	 * have to be waited for, neither another attempt of a call, nor a message that was
	 * given to {@link PostmarkSender#sendAsync} and has not been begun, nor a further
	 * request of {@link PostmarkSender#sendAll}. They fail with nothing sent. What is
	 * called by a thread that can begin at once is still possible.
	 */
	public void end() {
		this.http.end();
	}

	/**
	 * Take back {@link #end()}, for an application that goes on after it was stopped.
	 */
	public void resume() {
		this.http.resume();
	}

	/**
	 * Wait, after {@link #end()}, until no request is under way, and whoever was to be
	 * told has been told what became of the messages that were given to
	 * {@link PostmarkSender#sendAsync}, and the listeners, too, of those that were on
	 * their way by {@link PostmarkSender#sendAll}.
	 * @param timeout how long to wait
	 * @return whether that came to be in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitIdle(Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return this.http.awaitIdle(timeout) && this.async.awaitIdle(timeout.minusNanos(System.nanoTime() - start));
	}

	/**
	 * Return how many requests are under way.
	 * @return how many
	 */
	public int requestsUnderWay() {
		return this.http.underWay();
	}

	/**
	 * Return how many requests may be under way.
	 * @return how many
	 */
	public int maxRequests() {
		return this.http.maxRequests();
	}

	/**
	 * {@link #end()}. The clients stay usable, and the {@link RestClient} is not closed.
	 */
	@Override
	public void close() {
		end();
	}

	/**
	 * What there is to say about a factory.
	 */
	public static final class Builder {

		private final String baseUrl;

		private final RestClient.Builder restClient;

		private @Nullable String proxy;

		private RetrySettings retry = RetrySettings.defaults();

		private RequestLimits limits = RequestLimits.defaults();

		private ReconciliationSettings reconciliation = ReconciliationSettings.off();

		private Supplier<List<SendListener>> listeners = List::of;

		private SendObservations observations = SendObservations.NONE;

		private @Nullable ObservationRegistry httpRegistry;

		private ClientRequestObservationConvention httpConvention = new DefaultClientRequestObservationConvention();

		private Consumer<PostmarkException> onRetry = (failure) -> {
		};

		private Builder(String baseUrl, RestClient.Builder restClient) {
			this.baseUrl = baseUrl;
			this.restClient = restClient;
		}

		/**
		 * Say through which proxy requests go. The client has to be set up for it.
		 * @param proxy the proxy as messages of exceptions are to name it, without
		 * credentials; {@code null} if there is none
		 * @return this builder
		 */
		public Builder proxy(@Nullable String proxy) {
			this.proxy = proxy;
			return this;
		}

		/**
		 * Say when a call is made again.
		 * @param retry the settings, {@link RetrySettings#defaults()} without this
		 * @return this builder
		 */
		public Builder retry(RetrySettings retry) {
			Assert.notNull(retry, "'retry' must not be null");
			this.retry = retry;
			return this;
		}

		/**
		 * Have it told when a call is made again.
		 * @param listener is given, before each further attempt, what the one before it
		 * failed with. It must not throw
		 * @return this builder
		 */
		public Builder onRetry(Consumer<PostmarkException> listener) {
			Assert.notNull(listener, "'listener' must not be null");
			this.onRetry = listener;
			return this;
		}

		/**
		 * Say how many requests may be under way at once.
		 * @param limits the limits, {@link RequestLimits#defaults()} without this
		 * @return this builder
		 */
		public Builder limits(RequestLimits limits) {
			Assert.notNull(limits, "'limits' must not be null");
			this.limits = limits;
			return this;
		}

		/**
		 * Say what to do about messages of which it is not known whether they were
		 * accepted.
		 * @param reconciliation the settings, {@link ReconciliationSettings#off()}
		 * without this
		 * @return this builder
		 */
		public Builder reconciliation(ReconciliationSettings reconciliation) {
			Assert.notNull(reconciliation, "'reconciliation' must not be null");
			this.reconciliation = reconciliation;
			return this;
		}

		/**
		 * Have listeners told what became of every message.
		 * @param listeners gives them, asked when there is first something to tell
		 * @return this builder
		 */
		public Builder listeners(Supplier<List<SendListener>> listeners) {
			Assert.notNull(listeners, "'listeners' must not be null");
			this.listeners = listeners;
			return this;
		}

		/**
		 * Say what is told of HTTP requests. What it tells of a URL ends before the
		 * query, which may have addresses in it.
		 * @param convention decides what is told, a
		 * {@link DefaultClientRequestObservationConvention} without this, also in the
		 * place of one that the client was given
		 * @return this builder
		 */
		public Builder httpObservationConvention(ClientRequestObservationConvention convention) {
			Assert.notNull(convention, "'convention' must not be null");
			this.httpConvention = convention;
			return this;
		}

		/**
		 * Observe HTTP requests as the {@link RestClient} does, which then no longer does
		 * it, at half the cost, and so that an observation that fails does not fail the
		 * request.
		 * @param registry where to observe. Without this, it is for the client to do so
		 * @return this builder
		 */
		public Builder httpObservations(ObservationRegistry registry) {
			Assert.notNull(registry, "'registry' must not be null");
			this.httpRegistry = registry;
			return this;
		}

		/**
		 * Observe what is sent.
		 * @param observations how, {@link SendObservations#NONE} without this
		 * @return this builder
		 */
		public Builder observations(SendObservations observations) {
			Assert.notNull(observations, "'observations' must not be null");
			this.observations = observations;
			return this;
		}

		/**
		 * Create the factory.
		 * @return the factory
		 */
		public PostmarkClientFactory build() {
			ClientRequestObservationConvention convention = RememberedConvention.of(this.httpConvention);
			RestClient.Builder builder = this.restClient.clone().observationConvention(convention);
			RequestObservations observations = RequestObservations.NONE;
			if (this.httpRegistry != null) {
				observations = new RequestObservations(this.httpRegistry, convention);
				builder.observationRegistry(ObservationRegistry.NOOP);
			}
			// Stronger than a base URL, which a factory that the builder has already
			// would override: our tokens go to this URL and nowhere else. Parsed at the
			// first request only, because that takes dozens of classes.
			Supplier<RestClient> client = SingletonSupplier
				.of(() -> builder.uriBuilderFactory(new DefaultUriBuilderFactory(this.baseUrl)).build());
			return new PostmarkClientFactory(
					new PostmarkHttp(client, isIntercepted(), this.proxy, this.retry, this.onRetry, this.limits,
							observations),
					this.reconciliation, SingletonSupplier.of(this.listeners), this.observations);
		}

		private boolean isIntercepted() {
			AtomicBoolean intercepted = new AtomicBoolean();
			// A copy, because looking at the interceptors alone makes a client that
			// buffers.
			this.restClient.clone().requestInterceptors((interceptors) -> intercepted.set(!interceptors.isEmpty()));
			return intercepted.get();
		}

	}

}
