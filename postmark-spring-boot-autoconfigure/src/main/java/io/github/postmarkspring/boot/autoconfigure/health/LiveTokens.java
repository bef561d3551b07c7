package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkServers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * The tokens of the application: one of each server and one of the account. Which there
 * are is looked up when somebody first asks, and not by conditions, which ahead-of-time
 * processing would freeze.
 */
class LiveTokens {

	static final String ACCOUNT = "account";

	private final ObjectProvider<PostmarkConnectionDetails> details;

	private final ObjectProvider<PostmarkServers> servers;

	private final Supplier<Map<String, LiveToken>> all = SingletonSupplier.of(this::find);

	LiveTokens(ObjectProvider<PostmarkConnectionDetails> details, ObjectProvider<PostmarkServers> servers) {
		this.details = details;
		this.servers = servers;
	}

	/** Return the tokens by the names of their entries. */
	Map<String, LiveToken> all() {
		return this.all.get();
	}

	private Map<String, LiveToken> find() {
		Map<String, LiveToken> tokens = new LinkedHashMap<>();
		this.details.ifAvailable((details) -> {
			if (details.serverToken() != null) {
				tokens.put(PostmarkConnectionDetails.DEFAULT_SERVER,
						new LiveToken(details, PostmarkConnectionDetails.DEFAULT_SERVER));
			}
			this.servers.ifAvailable((servers) -> new TreeSet<>(servers.names())
				.forEach((name) -> tokens.putIfAbsent(name, new LiveToken(details, name))));
			if (details.accountToken() != null) {
				// A server may be called so.
				tokens.put(tokens.containsKey(ACCOUNT) ? ACCOUNT + "-token" : ACCOUNT, new LiveToken(details, null));
			}
		});
		return tokens;
	}

}
