package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A token and the header it travels in. The token is asked for on every request, so that
 * it can change while the application runs.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#authentication">Postmark:
 * authentication</a>
 */
public final class ApiToken {

	/**
	 * The token with which Postmark checks what is sent, and drops it. It takes it for
	 * sending only, and refuses it wherever something is read.
	 */
	public static final String TEST = "POSTMARK_API_TEST";

	private final String headerName;

	private final TokenSource source;

	private final String refusal;

	// The last one that was fit to be sent, to compare with and not to use. A thread that
	// sees an older one checks once more.
	private @Nullable String checked;

	private ApiToken(String headerName, TokenSource source, String refusal) {
		Assert.notNull(source, "'token' must not be null");
		this.headerName = headerName;
		this.source = source;
		this.refusal = refusal;
	}

	/**
	 * A token for the calls of one server.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken server(TokenSource token) {
		return new ApiToken("X-Postmark-Server-Token", token,
				" is not, or no longer, the token of a server; an account token does not work here");
	}

	/**
	 * A token for the calls of an account.
	 * @param token gives the token, asked on every request
	 * @return the token with its header
	 */
	public static ApiToken account(TokenSource token) {
		return new ApiToken("X-Postmark-Account-Token", token,
				" is not, or no longer, the token of an account; a server token does not work here");
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
			token = this.source.token();
		}
		catch (PostmarkException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new InvalidTokenException("the token for " + this.headerName + " cannot be had", ex);
		}
		if (token == null || token.isBlank()) {
			throw new InvalidTokenException("there is no token for " + this.headerName, null);
		}
		if (!isFit(token)) {
			throw new InvalidTokenException("the token for " + this.headerName
					+ " has white space, a line break or a character in it that a token cannot have", null);
		}
		return token;
	}

	/**
	 * Return the token to use after one was refused.
	 * @return another token, or {@code null} if there is none that could be sent
	 */
	@Nullable String valueAfterRefusal(String refused) {
		String token = this.source.tokenAfterRefusal(refused);
		return (token == null || token.equals(refused) || !isFit(token)) ? null : token;
	}

	private boolean isFit(String token) {
		if (token.equals(this.checked)) {
			return true;
		}
		boolean fit = !token.isEmpty() && token.chars().allMatch((c) -> c >= '!' && c <= '~');
		if (fit) {
			this.checked = token;
		}
		return fit;
	}

	/** Say which token was refused, and what kind is needed. */
	String refusal() {
		return name() + this.refusal;
	}

	private String name() {
		try {
			String description = this.source.description();
			if (!description.isEmpty()) {
				return "'" + description + "'";
			}
		}
		catch (RuntimeException ex) {
			// A name must not cost the refusal.
		}
		return "the token for " + this.headerName;
	}

	/**
	 * Return the name of the header only: a token is never shown.
	 */
	@Override
	public String toString() {
		return this.headerName;
	}

}
