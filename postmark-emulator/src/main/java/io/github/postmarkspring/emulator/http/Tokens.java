package io.github.postmarkspring.emulator.http;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.sun.net.httpserver.Headers;

/**
 * The tokens the emulator answers to.
 *
 * @param server tells the number of the server that has this token, or 0
 * @param account tells whether the account has this token
 * @since 0.1.0
 */
public record Tokens(ToLongFunction<String> server, Predicate<String> account) {

	/**
	 * The server token with which messages are checked and then dropped.
	 */
	public static final String TEST = "POSTMARK_API_TEST";

	static final String SERVER_HEADER = "X-Postmark-Server-Token";

	static final String ACCOUNT_HEADER = "X-Postmark-Account-Token";

	/**
	 * Looks for the token that a route asks for.
	 * @return whom it belongs to
	 * @throws ApiException with code 10 if there is no good one
	 */
	Caller check(Access access, Headers headers) {
		return switch (access) {
			case OPEN -> Caller.UNKNOWN;
			case SERVER -> server(headers, false);
			case SENDING -> server(headers, true);
			case ACCOUNT -> account(headers);
		};
	}

	private Caller server(Headers headers, boolean sending) {
		String token = headers.getFirst(SERVER_HEADER);
		if (token == null) {
			throw invalid(SERVER_HEADER);
		}
		// Looked up once: a token may be replaced at any time.
		long owner = this.server.applyAsLong(token);
		if (owner == 0 && !(sending && token.equals(TEST))) {
			throw invalid(SERVER_HEADER);
		}
		return new Caller(token, owner);
	}

	private Caller account(Headers headers) {
		String token = headers.getFirst(ACCOUNT_HEADER);
		if (token == null || !this.account.test(token)) {
			throw invalid(ACCOUNT_HEADER);
		}
		return Caller.UNKNOWN;
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
