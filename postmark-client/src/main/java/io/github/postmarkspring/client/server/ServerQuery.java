package io.github.postmarkspring.client.server;

import java.util.Map;

import io.github.postmarkspring.client.page.PagedQuery;

/**
 * Which servers to look for.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public final class ServerQuery extends PagedQuery<ServerQuery> {

	private ServerQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static ServerQuery create() {
		return new ServerQuery(firstPage());
	}

	@Override
	protected ServerQuery with(Map<String, String> parameters) {
		return new ServerQuery(parameters);
	}

	/**
	 * Look for servers whose names contain a text.
	 * @param name a part of the name
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public ServerQuery name(String name) {
		return parameter("name", name);
	}

}
