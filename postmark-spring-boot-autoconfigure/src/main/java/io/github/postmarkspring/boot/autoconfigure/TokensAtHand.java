package io.github.postmarkspring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The tokens for whoever must not wait for a store, by the names of their servers and by
 * nothing for the account: as they were read last. Which tokens connection details of
 * another kind have is not known without asking them; then it is every name there may be,
 * each with nothing.
 */
class TokensAtHand implements Supplier<Map<String, String>> {

	private final ObjectProvider<PostmarkConnectionDetails> details;

	private final Map<String, String> unread = new LinkedHashMap<>();

	private volatile @Nullable EnvironmentTokens tokens;

	TokensAtHand(ObjectProvider<PostmarkConnectionDetails> details, List<String> servers) {
		this.details = details;
		this.unread.put(TokenKey.SERVER.id(), "");
		servers.forEach((server) -> this.unread.put(server, ""));
		this.unread.put(TokenKey.ACCOUNT.id(), "");
	}

	@Override
	public Map<String, String> get() {
		EnvironmentTokens tokens = this.tokens;
		if (tokens == null) {
			tokens = find();
			this.tokens = tokens;
		}
		return (tokens != null) ? tokens.lastRead() : this.unread;
	}

	private @Nullable EnvironmentTokens find() {
		try {
			return (this.details.getIfAvailable() instanceof EnvironmentTokens tokens) ? tokens : null;
		}
		catch (BeansException ex) {
			// Where beans are made late. Whoever asks for the token gets to know.
			return null;
		}
	}

}
