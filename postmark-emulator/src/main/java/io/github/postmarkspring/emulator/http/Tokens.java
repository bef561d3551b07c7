package io.github.postmarkspring.emulator.http;

import java.util.function.Predicate;

import com.sun.net.httpserver.Headers;

/**
 * The tokens the emulator answers to.
 *
 * @param server tells whether a server has this token
 * @param account tells whether the account has this token
 * @since 0.1.0
 */
public record Tokens(Predicate<String> server, Predicate<String> account) {

	/**
	 * The server token with which messages are checked and then dropped.
	 */
	public static final String TEST = "POSTMARK_API_TEST";

	static final String SERVER_HEADER = "X-Postmark-Server-Token";

	static final String ACCOUNT_HEADER = "X-Postmark-Account-Token";

	/**
	 * Looks for the token that a route asks for.
	 * @return the server token, empty if none is asked for
	 * @throws ApiException with code 10 if there is no good one
	 */
	String check(Access access, Headers headers) {
		return switch (access) {
			case OPEN -> "";
			case SERVER -> require(headers, SERVER_HEADER, this.server);
			case SENDING -> require(headers, SERVER_HEADER, this.server.or(TEST::equals));
			case ACCOUNT -> {
				require(headers, ACCOUNT_HEADER, this.account);
				yield "";
			}
		};
	}

	private static String require(Headers headers, String name, Predicate<String> good) {
		String token = headers.getFirst(name);
		if (token == null || !good.test(token)) {
			throw invalid(name);
		}
		return token;
	}

	/**
	 * Returns the error for a server token that was good a moment ago.
	 * @return the exception to throw
	 */
	public static ApiException expired() {
		return invalid(SERVER_HEADER);
	}

	/**
	 * Returns a token that somebody chose, if it can serve as one.
	 * @param token the token
	 * @return the same
	 * @throws IllegalArgumentException if it cannot, which does not show it
	 */
	public static String requireUsable(String token) {
		if (!token.matches("[!-~]+")) {
			throw new IllegalArgumentException("A token must be printable ASCII without spaces");
		}
		if (token.equals(TEST)) {
			throw new IllegalArgumentException("This token is Postmark's own, and drops all messages");
		}
		return token;
	}

	private static ApiException invalid(String name) {
		return ApiException.of(401, 10, "The header " + name + " is missing or its token is not valid here.");
	}

}
