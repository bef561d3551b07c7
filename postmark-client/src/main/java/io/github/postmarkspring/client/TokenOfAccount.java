package io.github.postmarkspring.client;

import java.util.function.Supplier;

import io.github.postmarkspring.client.http.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * The token of a server as its account knows it: read when it is first needed, and again
 * when Postmark has refused it.
 */
class TokenOfAccount implements TokenSource {

	private final Supplier<String> account;

	private volatile @Nullable String token;

	TokenOfAccount(Supplier<String> account) {
		this.account = account;
	}

	@Override
	public String token() {
		String known = this.token;
		return (known != null) ? known : read();
	}

	@Override
	public String tokenAfterRefusal(String refused) {
		return refused.equals(this.token) ? read() : token();
	}

	private String read() {
		String read = this.account.get();
		this.token = read;
		return read;
	}

}
