package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.github.postmarkspring.client.message.TrackLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of Postmark.
 *
 * @param enabled Whether to configure Postmark.
 * @param serverToken Token of the Postmark server to send with. A secret: keep it out of
 * source code.
 * @param accountToken Token of the Postmark account, for administration only. A secret:
 * keep it out of source code.
 * @param baseUrl URL of Postmark's API. Must be https, unless the host is localhost or a
 * loopback address.
 * @param defaults What messages say where they are silent themselves.
 * @param connectTimeout Time to wait for a connection. Falls back to
 * 'spring.http.clients.connect-timeout', then to 5 seconds.
 * @param readTimeout Time to wait for an answer. Falls back to
 * 'spring.http.clients.read-timeout', then to 60 seconds.
 * @param batch How many messages are cut into requests.
 * @param ssl TLS settings.
 * @param http HTTP settings.
 * @param emulator Settings of the local Postmark that stands in where no token is set.
 * @since 0.1.0
 */
@ConfigurationProperties("postmark")
public record PostmarkProperties(@DefaultValue("true") boolean enabled, @Nullable String serverToken,
		@Nullable String accountToken, @DefaultValue("https://api.postmarkapp.com") URI baseUrl,
		@DefaultValue Defaults defaults, @Nullable Duration connectTimeout, @Nullable Duration readTimeout,
		@DefaultValue Batch batch, @DefaultValue Ssl ssl, @DefaultValue Http http, @DefaultValue Emulator emulator) {

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "PostmarkProperties[baseUrl.host=" + this.baseUrl.getHost() + "]";
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
	}

	/**
	 * How many messages are cut into requests.
	 *
	 * @param maxMessages Most messages of a request, 500 at most.
	 * @param maxBytes Largest request, 50,000,000 bytes at most.
	 * @param concurrency How many requests of one call are under way at once.
	 */
	public record Batch(@DefaultValue("500") int maxMessages, @DefaultValue("50000000B") DataSize maxBytes,
			@DefaultValue("4") int concurrency) {
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
	 * HTTP settings.
	 *
	 * @param maxConnections Most connections to keep at once with Apache HttpComponents.
	 */
	public record Http(@DefaultValue("64") int maxConnections) {
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
