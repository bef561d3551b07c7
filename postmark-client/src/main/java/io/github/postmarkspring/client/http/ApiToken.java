package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import org.springframework.util.Assert;

/**
 * A token and the header it travels in. The token is asked for on every request and kept
 * nowhere, so that it can change while the application runs.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#authentication">Postmark:
 * authentication</a>
 */
public final class ApiToken {

	private final String headerName;

	private final Supplier<String> value;

	private ApiToken(String headerName, Supplier<String> value) {
		Assert.notNull(value, "'token' must not be null");
		this.headerName = headerName;
		this.value = value;
	}

	/**
	 * A token for the calls of one server.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken server(Supplier<String> token) {
		return new ApiToken("X-Postmark-Server-Token", token);
	}

	/**
	 * A token for the calls of an account.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken account(Supplier<String> token) {
		return new ApiToken("X-Postmark-Account-Token", token);
	}

	String headerName() {
		return this.headerName;
	}

	String value() {
		String token = this.value.get();
		Assert.state(token != null && !token.isBlank(), () -> "No token for " + this.headerName);
		return token;
	}

	/**
	 * Return the name of the header only: a token is never shown.
	 */
	@Override
	public String toString() {
		return this.headerName;
	}

}
