package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendObservations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Makes the clients, each with its own token, asked for at every request.
 */
class TokenClients {

	private final PostmarkClientFactory factory;

	private final PostmarkConnectionDetails details;

	private final PostmarkProperties properties;

	TokenClients(PostmarkClientFactory factory, PostmarkConnectionDetails details, PostmarkProperties properties) {
		this.factory = factory;
		this.details = details;
		this.properties = properties;
	}

	/** Whether the connection details know the token. */
	boolean has(TokenKey key) {
		return ConnectionToken.find(this.details, key) != null;
	}

	PostmarkConnectionDetails details() {
		return this.details;
	}

	/** The servers whose tokens they know. */
	List<TokenKey> servers(Environment environment) {
		List<TokenKey> keys = new ArrayList<>();
		if (has(TokenKey.SERVER)) {
			keys.add(TokenKey.SERVER);
		}
		for (String name : ServerNames.of(environment)) {
			TokenKey key = TokenKey.named(name);
			if (has(key)) {
				keys.add(key);
			}
		}
		return keys;
	}

	PostmarkSender sender(TokenKey key) {
		return sender(key.id(), new ConnectionToken(this.details, key), key.server());
	}

	/** The sender of a tenant: they have no names, and are too many to tell apart. */
	PostmarkSender tenantSender(TokenSource token) {
		return sender("tenant", token, null);
	}

	private PostmarkSender sender(String name, TokenSource token, @Nullable String server) {
		MessageDefaults defaults = defaults(server);
		boolean traced = this.properties.tracing().propagate();
		try {
			this.properties.retry().reconciliation().check(traced ? SendObservations.traced(defaults) : defaults);
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"The metadata that is the default for messages leaves no place for their keys"
							+ (traced ? " and the trace context" : "") + ": " + ex.getMessage() + ".",
					"Change 'metadata' in 'postmark.defaults'"
							+ ((server != null) ? " or in '" + ServerNames.PREFIX + "." + server + ".defaults'" : "")
							+ ", set 'postmark.retry.reconcile-key' to another name, or turn "
							+ "'postmark.retry.reconcile'" + (traced ? " or 'postmark.tracing.propagate'" : "")
							+ " off.",
					ex);
		}
		return this.factory.sender(name, token, defaults, batch(this.properties.batch()));
	}

	PostmarkServerClient serverClient(TokenKey key) {
		return serverClient(new ConnectionToken(this.details, key));
	}

	PostmarkServerClient serverClient(TokenSource token) {
		return this.factory.serverClient(token);
	}

	PostmarkAccountClient accountClient() {
		return this.factory.accountClient(new ConnectionToken(this.details, TokenKey.ACCOUNT));
	}

	MessageDefaults defaults(TokenKey key) {
		return defaults(key.server());
	}

	private MessageDefaults defaults(@Nullable String server) {
		MessageDefaults common = MessageDefaultsMapper.map(this.properties.defaults(), "postmark.defaults");
		return (this.properties.server(server) != null) ? MessageDefaultsMapper.map(this.properties.defaults(server),
				ServerNames.PREFIX + "." + server + ".defaults") : common;
	}

	private static BatchSettings batch(PostmarkProperties.Batch properties) {
		try {
			return new BatchSettings(properties.maxMessages(), properties.maxBytes().toBytes(),
					properties.concurrency());
		}
		catch (IllegalArgumentException ex) {
			throw InvalidSetting.in("postmark.batch", ex);
		}
	}

}
