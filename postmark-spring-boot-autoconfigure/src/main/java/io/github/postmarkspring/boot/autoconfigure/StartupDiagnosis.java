package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.server.DeliveryType;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.server.ServerQuery;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Asks Postmark whether what is configured is right there. Each finding is one line that
 * names a property and says what to do, and shows no token.
 */
class StartupDiagnosis {

	private static final Log logger = LogFactory.getLog(StartupCheck.class);

	/** Postmark takes it for sending only, and refuses it wherever something is read. */
	private static final String TEST_TOKEN = "POSTMARK_API_TEST";

	private final TokenClients clients;

	private final PostmarkConnectionDetails details;

	private final Environment environment;

	private final DefaultsCheck defaults;

	private final @Nullable String production;

	private final List<String> problems = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	StartupDiagnosis(TokenClients clients, PostmarkConnectionDetails details, PostmarkProperties properties,
			Environment environment) {
		this.clients = clients;
		this.details = details;
		this.environment = environment;
		this.defaults = new DefaultsCheck(properties, this.problems);
		this.production = ProductionCheck.profile(environment);
	}

	/** What keeps mail from being sent, or events from coming in. */
	List<String> problems() {
		return this.problems;
	}

	/** What may be meant as it is. */
	List<String> warnings() {
		return this.warnings;
	}

	/** Ask, one thing after the other, until Postmark gives no answer. */
	void make() {
		try {
			PostmarkAccountClient account = account();
			Map<TokenKey, PostmarkServerClient> servers = new LinkedHashMap<>();
			this.clients.servers(this.environment).forEach((key) -> {
				PostmarkServerClient client = server(key, account);
				if (client != null) {
					servers.put(key, client);
				}
			});
			if (!isEmulated()) {
				webhook(servers);
			}
		}
		catch (PostmarkException ex) {
			this.problems.add("Postmark cannot be asked, so nothing more is known. See whether this machine reaches "
					+ "'postmark.base-url', and whether Postmark is up: " + ex.getMessage());
		}
	}

	private @Nullable PostmarkAccountClient account() {
		if (!this.clients.has(TokenKey.ACCOUNT)) {
			logger.debug("There is no account token to see with whether the default senders are confirmed");
			return null;
		}
		PostmarkAccountClient account = this.clients.accountClient();
		return (ask(TokenKey.ACCOUNT, () -> account.servers().list(ServerQuery.create().count(1))) != null) ? account
				: null;
	}

	/** Return the client of a server that can be asked more. */
	private @Nullable PostmarkServerClient server(TokenKey key, @Nullable PostmarkAccountClient account) {
		if (TEST_TOKEN.equals(ConnectionToken.find(this.details, key))) {
			warnInProduction(key, "the test token, with which Postmark drops all mail");
			return null;
		}
		PostmarkServerClient client = this.clients.serverClient(key);
		Server server = ask(key, () -> client.server().get());
		if (server == null) {
			return null;
		}
		if (DeliveryType.SANDBOX.equals(server.deliveryType())) {
			warnInProduction(key, "the token of a sandbox server, which delivers nothing");
		}
		ask(key, () -> this.defaults.stream(key, client, serverOf(key)));
		// The embedded emulator takes any sender.
		if (account != null && !isEmulated()) {
			ask(TokenKey.ACCOUNT, () -> this.defaults.sender(key, account));
		}
		return client;
	}

	private void warnInProduction(TokenKey key, String what) {
		if (this.production != null) {
			this.warnings.add(
					name(key) + " is " + what + ", and " + this.production + ". Set it to the token of a live server.");
		}
	}

	private void webhook(Map<TokenKey, PostmarkServerClient> servers) {
		WebhookPresence webhook = WebhookPresence.of(this.environment);
		if (webhook == null || servers.isEmpty()) {
			return;
		}
		for (Map.Entry<TokenKey, PostmarkServerClient> server : servers.entrySet()) {
			Boolean found = ask(server.getKey(), () -> webhook.isAt(server.getValue()));
			if (found == null || found) {
				return;
			}
		}
		this.problems.add("No webhook at Postmark points to 'postmark.webhook.path' below '" + WebhookPresence.URL
				+ "', so no events come in. Make one there, or set '" + WebhookPresence.ENABLED
				+ "' to true to have it made.");
	}

	private <T> @Nullable T ask(TokenKey key, Supplier<T> question) {
		try {
			return question.get();
		}
		catch (PostmarkUnavailableException ex) {
			throw ex;
		}
		catch (PostmarkApiException ex) {
			boolean refused = ex instanceof InvalidTokenException && ex.status() != null;
			this.problems.add(name(key) + (refused ? refusal(key) : " could not be checked: " + ex.getMessage()));
			return null;
		}
	}

	private static String refusal(TokenKey key) {
		boolean server = key.server() != null;
		return " is not, or no longer, the token of " + (server ? "a server; an account" : "an account; a server")
				+ " token does not work here. Set it to one from the \"API Tokens\" page of the "
				+ (server ? "server" : "account") + " at Postmark.";
	}

	private String name(TokenKey key) {
		if (this.details instanceof EnvironmentTokens) {
			return "'" + key.property() + "'";
		}
		return "The token of " + ((key.server() != null) ? serverOf(key) : "the account");
	}

	private String serverOf(TokenKey key) {
		return (this.details instanceof EnvironmentTokens) ? "the server of '" + key.property() + "'"
				: "server '" + key.server() + "'";
	}

	private boolean isEmulated() {
		return this.details instanceof EmulatorPostmarkConnectionDetails;
	}

}
