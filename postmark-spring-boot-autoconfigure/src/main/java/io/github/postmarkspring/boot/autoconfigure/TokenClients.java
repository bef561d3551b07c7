package io.github.postmarkspring.boot.autoconfigure;

import java.util.function.Supplier;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clients, each with its own token, asked for at every request.
 */
class TokenClients {

	private final PostmarkClientFactory factory;

	private final PostmarkConnectionDetails details;

	private final MessageDefaults defaults;

	private final BatchSettings batch;

	TokenClients(PostmarkClientFactory factory, PostmarkConnectionDetails details, MessageDefaults defaults,
			BatchSettings batch) {
		this.factory = factory;
		this.details = details;
		this.defaults = defaults;
		this.batch = batch;
	}

	PostmarkSender sender() {
		return this.factory.sender(required(this.details::serverToken, "server"), this.defaults, this.batch);
	}

	PostmarkServerClient serverClient() {
		return this.factory.serverClient(required(this.details::serverToken, "server"));
	}

	PostmarkAccountClient accountClient() {
		return this.factory.accountClient(required(this.details::accountToken, "account"));
	}

	private static TokenSource required(Supplier<@Nullable String> token, String kind) {
		return () -> {
			String value = token.get();
			if (value == null) {
				throw new IllegalStateException("The connection details of Postmark have no " + kind + " token");
			}
			return value;
		};
	}

}
