package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.http.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * A token of the connection details.
 */
record ConnectionToken(PostmarkConnectionDetails details, TokenKey key) implements TokenSource {

	static @Nullable String find(PostmarkConnectionDetails details, TokenKey key) {
		if (key.server() == null) {
			return details.accountToken();
		}
		return (key == TokenKey.SERVER) ? details.serverToken() : details.serverToken(key.server());
	}

	@Override
	public String token() {
		String token = find(this.details, this.key);
		if (token == null) {
			throw new IllegalStateException("The connection details of Postmark have no token for the "
					+ ((this.key.server() != null) ? "server '" + this.key.server() + "'" : "account"));
		}
		return token;
	}

	@Override
	public String tokenAfterRefusal(String refused) {
		this.details.refused(refused);
		return token();
	}

	@Override
	public String description() {
		return (this.details instanceof EnvironmentTokens) ? this.key.property() : "";
	}

}
