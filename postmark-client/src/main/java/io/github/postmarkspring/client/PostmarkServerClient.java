package io.github.postmarkspring.client;

import io.github.postmarkspring.client.server.CurrentServer;

/**
 * Everything a server token may do, by resource. To send, inject a
 * {@link io.github.postmarkspring.client.message.PostmarkSender PostmarkSender}.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview">Postmark: API
 * overview</a>
 */
public interface PostmarkServerClient {

	/**
	 * The server that the token belongs to.
	 * @return its settings
	 */
	CurrentServer server();

}
