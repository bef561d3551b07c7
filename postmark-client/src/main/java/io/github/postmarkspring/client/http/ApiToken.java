package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkException;

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

	private final TokenSource value;

	private ApiToken(String headerName, TokenSource value) {
		Assert.notNull(value, "'token' must not be null");
		this.headerName = headerName;
		this.value = value;
	}

	/**
	 * A token for the calls of one server.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken server(TokenSource token) {
		return new ApiToken("X-Postmark-Server-Token", token);
	}

	/**
	 * A token for the calls of an account.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken account(TokenSource token) {
		return new ApiToken("X-Postmark-Account-Token", token);
	}

	String headerName() {
		return this.headerName;
	}

	/**
	 * Ask for the token. An engine would quote one that is no header value in its
	 * exception, so none such gets there.
	 */
	String value() {
		String token;
		try {
			token = this.value.token();
		}
		catch (PostmarkException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new InvalidTokenException("the token for " + this.headerName + " cannot be had", ex);
		}
		if (token == null || token.isBlank()) {
			throw new InvalidTokenException("there is no token for " + this.headerName, null);
		}
		if (!token.chars().allMatch((c) -> c >= '!' && c <= '~')) {
			throw new InvalidTokenException("the token for " + this.headerName
					+ " has white space, a line break or a character in it that a token cannot have", null);
		}
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
