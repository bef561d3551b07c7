package io.github.postmarkspring.client;

import io.github.postmarkspring.client.server.Servers;

/**
 * Everything an account token may do, by resource.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview">Postmark: API
 * overview</a>
 */
public interface PostmarkAccountClient {

	/**
	 * The servers of the account.
	 * @return the servers
	 */
	Servers servers();

}
