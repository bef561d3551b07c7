package io.github.postmarkspring.client.server;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The server that a server token belongs to.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/server-api">Postmark: Server
 * API</a>
 */
public interface CurrentServer {

	/**
	 * Read the server's settings.
	 * @return the server
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/server")
	Server get();

	/**
	 * Change the server's settings.
	 * @param change what to change
	 * @return the server as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/server")
	Server edit(@RequestBody ServerChange change);

}
