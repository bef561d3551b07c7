package io.github.postmarkspring.client.server;

import java.util.Map;

/**
 * What to change of a server. What is not said stays.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public final class ServerChange extends ServerSettings<ServerChange> {

	private ServerChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a change of nothing.
	 * @return the request
	 */
	public static ServerChange create() {
		return new ServerChange(Map.of());
	}

	@Override
	protected ServerChange with(Map<String, Object> fields) {
		return new ServerChange(fields);
	}

	/**
	 * Set the name, unique in the account.
	 * @param name the name
	 * @return a new request
	 */
	public ServerChange name(String name) {
		return field("Name", name);
	}

}
