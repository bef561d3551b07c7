package io.github.postmarkspring.client.server;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The servers of an account.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public interface Servers {

	/**
	 * List servers.
	 * @param query what to look for
	 * @return a page of servers
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/servers")
	Page<Server> list(ServerQuery query);

	/**
	 * Read a server.
	 * @param serverId the id
	 * @return the server
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/servers/{serverId}")
	Server get(@PathVariable long serverId);

	/**
	 * Create a server.
	 * @param server the server
	 * @return the server as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/servers")
	Server create(@RequestBody NewServer server);

	/**
	 * Change a server.
	 * @param serverId the id
	 * @param change what to change
	 * @return the server as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/servers/{serverId}")
	Server edit(@PathVariable long serverId, @RequestBody ServerChange change);

	/**
	 * Delete a server. Postmark allows it to accounts that have asked for it.
	 * @param serverId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/servers/{serverId}")
	void delete(@PathVariable long serverId);

	/**
	 * Stream the servers of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the servers
	 * @see Pages#stream
	 */
	default Stream<Server> stream(ServerQuery query) {
		return Pages.stream(query, this::list);
	}

}
