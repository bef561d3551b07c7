package io.github.postmarkspring.client;

import java.util.Set;

/**
 * The Postmark servers of an application: those that are configured, by name, and those
 * whose tokens are known at run time only, such as the tokens of tenants in a database.
 * All of them share one HTTP engine and its pool of connections.
 *
 * @since 0.1.0
 */
public interface PostmarkServers {

	/**
	 * Return the names of the configured servers.
	 * @return the names
	 */
	Set<String> names();

	/**
	 * Return a configured server.
	 * @param name its name
	 * @return the server
	 * @throws IllegalArgumentException if there is none of this name
	 */
	PostmarkServer get(String name);

	/**
	 * Return the server of a token. Nothing is asked of Postmark before the first call;
	 * whether the token is good shows then. A token that has changed is another token:
	 * look it up whenever the server is needed, instead of keeping what this returns. A
	 * limited number is kept, and those not used for the longest time are made anew when
	 * they are needed again.
	 * @param token the server token
	 * @return the server
	 * @throws IllegalArgumentException if the token is blank
	 */
	PostmarkServer forToken(String token);

	/**
	 * Forget the server of a token and the token with it, when a tenant has left for
	 * example. Who still has what {@link #forToken(String)} returned can go on with it.
	 * @param token the server token; nothing happens if it is not known
	 */
	void forget(String token);

}
