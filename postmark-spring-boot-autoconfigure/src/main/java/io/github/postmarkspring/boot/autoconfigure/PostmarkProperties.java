package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.client.http.RequestLimits;
import io.github.postmarkspring.client.http.RetrySettings;
import io.github.postmarkspring.client.message.ReconciliationSettings;
import io.github.postmarkspring.client.message.TrackLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Properties of Postmark.
 *
 * @param enabled Whether to configure Postmark.
 * @param serverToken Token of the Postmark server to send with. A secret: keep it out of
 * source code.
 * @param serverTokenLocation File to read the token of the Postmark server from instead,
 * such as a mounted secret. Read again when it changes.
 * @param accountToken Token of the Postmark account, for administration only. A secret:
 * keep it out of source code.
 * @param accountTokenLocation File to read the token of the Postmark account from
 * instead, such as a mounted secret. Read again when it changes.
 * @param tokenRefreshInterval How old tokens may be before they are read again. They are
 * read earlier when Spring Cloud says that the environment has changed, and when Postmark
 * refuses one.
 * @param servers Further Postmark servers, by name.
 * @param primaryServer Name of the server among 'postmark.servers' whose sender and
 * client are injected where no name is said.
 * @param tenants Servers whose tokens are known at run time only.
 * @param checkOnStartup Whether to ask Postmark, once the application has started, if
 * what is configured is right there, and what to do if not.
 * @param baseUrl URL of Postmark's API. Must be https, unless the host is localhost or a
 * loopback address.
 * @param defaults What messages say where they are silent themselves.
 * @param connectTimeout Time to wait for a connection. Falls back to
 * 'spring.http.clients.connect-timeout', then to 5 seconds.
 * @param readTimeout Time to wait for an answer. Falls back to
 * 'spring.http.clients.read-timeout', then to 60 seconds.
 * @param batch How many messages are cut into requests.
 * @param retry When a call is made again that failed without effect.
 * @param ssl TLS settings.
 * @param proxy Proxy of the Postmark clients alone.
 * @param http HTTP settings.
 * @param tracing Traces of what is sent.
 * @param emulator Settings of the local Postmark that stands in where no token is set.
 * @since 0.1.0
 */
@ConfigurationProperties("postmark")
public record PostmarkProperties(@DefaultValue("true") boolean enabled, @Nullable String serverToken,
		@Nullable String serverTokenLocation, @Nullable String accountToken, @Nullable String accountTokenLocation,
		@DefaultValue("1m") Duration tokenRefreshInterval, @DefaultValue Map<String, Server> servers,
		@Nullable String primaryServer, @DefaultValue Tenants tenants,
		@DefaultValue("none") CheckOnStartup checkOnStartup, @DefaultValue("https://api.postmarkapp.com") URI baseUrl,
		@DefaultValue Defaults defaults, @Nullable Duration connectTimeout, @Nullable Duration readTimeout,
		@DefaultValue Batch batch, @DefaultValue Retry retry, @DefaultValue Ssl ssl, @DefaultValue Proxy proxy,
		@DefaultValue Http http, @DefaultValue Tracing tracing, @DefaultValue Emulator emulator) {

	/**
	 * Create the properties. Tokens do not stay here, where they could neither change nor
	 * be kept from an output: {@link PostmarkConnectionDetails} has them.
	 */
	public PostmarkProperties {
		serverToken = null;
		accountToken = null;
	}

	// Spring asks each bean at the start whether it is nothing, and to find that out for
	// a
	// record of so many components takes the JVM more than 10 ms. There is one of these.

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Nullable Server server(@Nullable String name) {
		return this.servers.entrySet()
			.stream()
			.filter((server) -> name != null && ServerNames.uniform(server.getKey()).equals(ServerNames.uniform(name)))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return what messages of a server say where they are silent themselves.
	 * @param server the name of the server
	 * @return the defaults of the server over the common ones, or the common ones alone
	 * if it has none
	 */
	public Defaults defaults(@Nullable String server) {
		Server own = server(server);
		return (own != null) ? own.defaults().over(this.defaults) : this.defaults;
	}

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "PostmarkProperties[baseUrl.host=" + this.baseUrl.getHost() + "]";
	}

	/**
	 * Traces of what is sent.
	 *
	 * @param propagate Whether the trace context travels in the metadata of messages, as
	 * 'traceparent', so that a webhook is handled in the trace in which its message was
	 * sent. Needs Micrometer Tracing.
	 */
	public record Tracing(@DefaultValue("false") boolean propagate) {
	}

	/**
	 * A further server.
	 *
	 * @param token Token of the server. A secret: keep it out of source code.
	 * @param tokenLocation File to read the token from instead, such as a mounted secret.
	 * Read again when it changes.
	 * @param defaults What messages of this server say where they are silent themselves.
	 * Falls back to 'postmark.defaults'.
	 */
	public record Server(@Nullable String token, @Nullable String tokenLocation, @DefaultValue Defaults defaults) {

		/**
		 * Create the properties of a server. The token does not stay here.
		 */
		public Server {
			token = null;
		}

	}

	/**
	 * Servers whose tokens are known at run time only.
	 *
	 * @param maxClients Most clients to keep for them.
	 */
	public record Tenants(@DefaultValue("1000") int maxClients) {
	}

	/**
	 * What to do if something is not right at Postmark.
	 */
	public enum CheckOnStartup {

		/** Nothing, not even ask. */
		NONE,

		/** Log a warning for each thing, beside the start. */
		WARN,

		/** Fail to start, with all of it in the failure analysis. */
		FAIL

	}

	/**
	 * What messages say where they are silent themselves.
	 *
	 * @param from Sender: an address, alone or after a display name in angle brackets.
	 * @param replyTo Addresses for answers, separated by commas.
	 * @param messageStream ID of the message stream.
	 * @param tag Tag by which Postmark can filter and count.
	 * @param trackOpens Whether to track opens.
	 * @param trackLinks Bodies in which to track links.
	 * @param headers Mail headers, by name.
	 * @param metadata Metadata to see again in searches and webhooks, by name.
	 */
	public record Defaults(@Nullable String from, @Nullable String replyTo, @Nullable String messageStream,
			@Nullable String tag, @Nullable Boolean trackOpens, @Nullable TrackLinks trackLinks,
			@DefaultValue Map<String, String> headers, @DefaultValue Map<String, String> metadata) {

		/** These, and the common ones where these are silent. */
		Defaults over(Defaults common) {
			return new Defaults(first(this.from, common.from), first(this.replyTo, common.replyTo),
					first(this.messageStream, common.messageStream), first(this.tag, common.tag),
					first(this.trackOpens, common.trackOpens), first(this.trackLinks, common.trackLinks),
					merged(common.headers, this.headers), merged(common.metadata, this.metadata));
		}

		private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
			return (own != null) ? own : common;
		}

		private static Map<String, String> merged(Map<String, String> common, Map<String, String> own) {
			Map<String, String> merged = new LinkedHashMap<>(common);
			merged.putAll(own);
			return merged;
		}

	}

	/**
	 * How many messages are cut into requests.
	 *
	 * @param maxMessages Most messages of a request, 500 at most.
	 * @param maxBytes Largest request, 50,000,000 bytes at most.
	 * @param concurrency How many requests of one call are under way at once, and never
	 * more than 'postmark.http.max-requests'.
	 */
	public record Batch(@DefaultValue("500") int maxMessages, @DefaultValue("50000000B") DataSize maxBytes,
			@DefaultValue("4") int concurrency) {
	}

	/**
	 * When a call is made again that failed without effect. What hands over mail is made
	 * again only if it is certain that Postmark did not accept it.
	 *
	 * @param maxAttempts Most attempts of a call, the first one included. 1 to make
	 * nothing again.
	 * @param delay First wait between attempts, if Postmark does not say how long.
	 * @param multiplier How much longer each further wait is.
	 * @param jitter Share of each wait that is left to chance, from 0 to 1.
	 * @param maxDelay Longest of these waits.
	 * @param maxRetryAfter Longest time to wait that Postmark may ask for. If it asks for
	 * more, the call fails at once. Not longer than the deadline.
	 * @param deadline Time of a call, waits included, after which no further attempt
	 * begins. Falls back to 2 minutes, or to the read timeout where that is longer.
	 * @param reconcile What to do about a message of which it is not known whether
	 * Postmark accepted it.
	 * @param reconcileTimeout How long to look for such a message.
	 * @param reconcileInterval How long to wait between two looks.
	 * @param reconcileKey Name of the metadata that the keys of messages are in: 1 to 20
	 * letters, digits, underscores or hyphens.
	 */
	public record Retry(@DefaultValue("3") int maxAttempts, @DefaultValue("500ms") Duration delay,
			@DefaultValue("2") double multiplier, @DefaultValue("0.5") double jitter,
			@DefaultValue("10s") Duration maxDelay, @DefaultValue("30s") Duration maxRetryAfter,
			@Nullable Duration deadline, @DefaultValue("off") ReconciliationSettings.Mode reconcile,
			@DefaultValue("30s") Duration reconcileTimeout, @DefaultValue("2s") Duration reconcileInterval,
			@DefaultValue("reconciliation-key") String reconcileKey) {

		RetrySettings settings(@Nullable Duration readTimeout) {
			Duration attempt = (readTimeout != null) ? readTimeout : Duration.ZERO;
			boolean resend = this.reconcile == ReconciliationSettings.Mode.RESEND;
			Duration untilResent = resend ? attempt.plus(this.reconcileTimeout) : attempt;
			Duration common = RetrySettings.defaults().deadline();
			Duration enough = resend ? untilResent.plusMinutes(1) : attempt;
			Duration longest = (this.deadline != null) ? this.deadline
					: (common.compareTo(enough) > 0) ? common : enough;
			try {
				RetrySettings settings = new RetrySettings(this.maxAttempts, this.delay, this.multiplier, this.jitter,
						this.maxDelay, this.maxRetryAfter, longest);
				Assert.isTrue(this.maxAttempts == 1 || longest.compareTo(attempt) >= 0,
						"'deadline' must not be shorter than one read timeout, which is " + attempt.toMillis() + " ms");
				Assert.isTrue(this.maxAttempts == 1 || longest.compareTo(this.delay) > 0,
						"'delay' must be shorter than 'deadline', which is " + longest.toMillis()
								+ " ms, or nothing would be tried again");
				Assert.isTrue(
						this.maxAttempts == 1 || this.deadline == null || !isMaxRetryAfterSet()
								|| this.maxRetryAfter.compareTo(this.deadline) <= 0,
						"'max-retry-after' must not be longer than 'deadline', which is " + longest.toMillis()
								+ " ms: no attempt begins after that");
				Assert.isTrue(!resend || this.maxAttempts > 1,
						"'reconcile' cannot be resend if 'max-attempts' is 1, which is to make nothing again");
				Assert.isTrue(!resend || longest.compareTo(untilResent) > 0,
						"'deadline' must be longer than one read timeout and 'reconcile-timeout' together, which is "
								+ untilResent.toMillis() + " ms, or nothing would be sent again");
				return settings;
			}
			catch (IllegalArgumentException ex) {
				throw InvalidSetting.in("postmark.retry", ex);
			}
		}

		/** The default may be longer than a deadline that somebody sets. */
		private boolean isMaxRetryAfterSet() {
			return !this.maxRetryAfter.equals(RetrySettings.defaults().maxRetryAfter());
		}

		ReconciliationSettings reconciliation() {
			try {
				return new ReconciliationSettings(this.reconcile, this.reconcileTimeout, this.reconcileInterval,
						this.reconcileKey);
			}
			catch (IllegalArgumentException ex) {
				throw InvalidSetting.in("postmark.retry",
						new IllegalArgumentException(String.valueOf(ex.getMessage())
							.replace("'timeout'", "'reconcile-timeout'")
							.replace("'interval'", "'reconcile-interval'")
							.replace("'metadataName'", "'reconcile-key'"), ex));
			}
		}

	}

	/**
	 * TLS settings.
	 *
	 * @param bundle Name of the SSL bundle to use. Falls back to
	 * 'spring.http.clients.ssl.bundle'.
	 */
	public record Ssl(@Nullable String bundle) {
	}

	/**
	 * Proxy of the Postmark clients alone. Not used for a base URL on localhost or a
	 * loopback address.
	 *
	 * @param host Name or address of the proxy's host.
	 * @param port Port of the proxy.
	 * @param username User name for the proxy, if it wants one.
	 * @param password Password for the proxy, if it wants one. A secret: keep it out of
	 * source code.
	 */
	public record Proxy(@Nullable String host, @Nullable Integer port, @Nullable String username,
			@Nullable String password) {

		/**
		 * Shows neither user name nor password.
		 */
		@Override
		public String toString() {
			return this.host + ":" + this.port;
		}

	}

	/**
	 * HTTP settings.
	 *
	 * @param maxConnections Most connections to keep at once with Apache HttpComponents.
	 * @param maxRequests Most requests under way at once, with any HTTP client. Falls
	 * back to 'postmark.http.max-connections'.
	 * @param maxWait How long a call waits for its turn, before it fails with nothing
	 * sent; a second at most where as many wait already as may be under way.
	 */
	public record Http(@DefaultValue("64") int maxConnections, @Nullable Integer maxRequests,
			@DefaultValue("10s") Duration maxWait) {

		RequestLimits limits() {
			try {
				return new RequestLimits((this.maxRequests != null) ? this.maxRequests : this.maxConnections,
						this.maxWait);
			}
			catch (IllegalArgumentException ex) {
				throw InvalidSetting.in("postmark.http", ex);
			}
		}

	}

	/**
	 * Settings of the local Postmark.
	 *
	 * @param enabled Whether to start it if it is on the classpath and neither a token
	 * nor a base URL is set.
	 * @param port Port to listen on, 0 for any. Without one it is 8025, or any if that is
	 * taken.
	 * @param allowInProduction Whether to start it even with a profile of production or
	 * on a cloud platform, where mail that is swallowed would be missed.
	 */
	public record Emulator(@DefaultValue("true") boolean enabled, @Nullable Integer port,
			@DefaultValue("false") boolean allowInProduction) {
	}

}
