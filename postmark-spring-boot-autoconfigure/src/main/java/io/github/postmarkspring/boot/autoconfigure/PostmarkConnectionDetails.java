package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;

import io.github.postmarkspring.client.PostmarkClientFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where Postmark is, and the tokens to call it with: the one source of both. A bean of
 * the application's replaces the {@code postmark.*} properties and the emulator.
 *
 * @since 0.1.0
 */
public interface PostmarkConnectionDetails extends ConnectionDetails {

	/**
	 * The name of the server whose token is {@link #serverToken()}, where servers are
	 * told apart by name.
	 */
	String DEFAULT_SERVER = "default";

	/**
	 * Return where Postmark's API is. Asked when clients are made, and not again.
	 * @return the URL; plain {@code http} is taken for a loopback address only
	 */
	default URI baseUrl() {
		return PostmarkClientFactory.DEFAULT_BASE_URL;
	}

	/**
	 * Return the server token. Asked at every request, so it may change.
	 * @return the token, or {@code null} if there is none: then there is no sender and no
	 * server client
	 */
	@Nullable String serverToken();

	/**
	 * Return the token of a server that is configured below {@code postmark.servers}.
	 * Asked at every request, so it may change.
	 * @param server the name of the server
	 * @return the token, or {@code null} if there is none: then there is no sender and no
	 * client for this server
	 */
	default @Nullable String serverToken(String server) {
		return null;
	}

	/**
	 * Return the account token. Asked at every request, so it may change.
	 * @return the token, or {@code null} if there is none: then there is no account
	 * client
	 */
	@Nullable String accountToken();

	/**
	 * Told when Postmark has refused a token. Who keeps tokens reads them afresh: they
	 * are asked for again after this, and a request whose token has changed is made
	 * again. Does nothing unless overridden.
	 * @param token the token that was refused
	 */
	default void refused(String token) {
	}

}
