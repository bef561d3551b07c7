package io.github.postmarkspring.emulator.server;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.emulator.http.Tokens;

/**
 * A server there is from the beginning.
 *
 * @param name its name
 * @param token its token at the beginning
 * @since 0.1.0
 */
public record InitialServer(String name, String token) {

	private static final String FIRST_NAME = "Emulator";

	/**
	 * Creates a server.
	 * @throws IllegalArgumentException if the name or the token cannot be used
	 */
	public InitialServer {
		if (!SettingsChange.isName(name)) {
			throw new IllegalArgumentException("A server needs a name of at most " + SettingsChange.LONGEST_NAME
					+ " characters that are not all blank");
		}
		Tokens.requireUsable(token);
	}

	/**
	 * Begins a list.
	 * @param token the token of the first server
	 * @return the first server alone
	 */
	public static List<InitialServer> first(String token) {
		return List.of(new InitialServer(FIRST_NAME, token));
	}

	/**
	 * Gives the first server another token.
	 * @param servers the servers there were to be
	 * @param token the token
	 * @return a new list
	 * @throws IllegalArgumentException if it cannot be used, or another server has it
	 */
	public static List<InitialServer> withFirst(List<InitialServer> servers, String token) {
		List<InitialServer> all = first(token);
		for (InitialServer server : servers.subList(1, servers.size())) {
			all = with(all, server);
		}
		return all;
	}

	/**
	 * Adds a server.
	 * @param servers the servers there were to be
	 * @param server one more
	 * @return a new list
	 * @throws IllegalArgumentException if another has its name or its token, or there are
	 * as many as there may be
	 */
	public static List<InitialServer> with(List<InitialServer> servers, InitialServer server) {
		for (InitialServer other : servers) {
			if (other.name.equalsIgnoreCase(server.name)) {
				throw new IllegalArgumentException("There is another server named '" + other.name + "'");
			}
			if (other.token.equals(server.token)) {
				throw new IllegalArgumentException(
						"The servers '" + other.name + "' and '" + server.name + "' have the same token");
			}
		}
		if (servers.size() >= Account.MAX_SERVERS) {
			throw new IllegalArgumentException("The emulator has room for " + Account.MAX_SERVERS + " servers");
		}
		List<InitialServer> all = new ArrayList<>(servers);
		all.add(server);
		return List.copyOf(all);
	}

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "InitialServer[name=" + this.name + "]";
	}

}
