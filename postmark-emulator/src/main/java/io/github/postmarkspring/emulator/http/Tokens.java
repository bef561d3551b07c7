package io.github.postmarkspring.emulator.http;

import com.sun.net.httpserver.Headers;

/**
 * The two tokens the emulator answers to.
 *
 * @param server the server token
 * @param account the account token
 * @since 0.1.0
 */
public record Tokens(String server, String account) {

	/**
	 * The server token with which messages are checked and then dropped.
	 */
	public static final String TEST = "POSTMARK_API_TEST";

	void check(Access access, Headers headers) {
		switch (access) {
			case OPEN -> {
			}
			case SERVER -> require(headers, "X-Postmark-Server-Token", this.server);
			case SENDING -> {
				if (!isTest(headers)) {
					require(headers, "X-Postmark-Server-Token", this.server);
				}
			}
			case ACCOUNT -> require(headers, "X-Postmark-Account-Token", this.account);
		}
	}

	boolean isTest(Headers headers) {
		return TEST.equals(headers.getFirst("X-Postmark-Server-Token"));
	}

	private static void require(Headers headers, String name, String token) {
		if (!token.equals(headers.getFirst(name))) {
			throw ApiException.of(401, 10, "The header " + name + " is missing or its token is not valid here.");
		}
	}

	@Override
	public String toString() {
		return "Tokens[redacted]";
	}

}
