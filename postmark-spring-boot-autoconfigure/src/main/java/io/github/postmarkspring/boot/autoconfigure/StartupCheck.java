package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties.CheckOnStartup;
import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.domain.DomainSummary;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.server.DeliveryType;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.client.signature.SenderSignatureSummary;
import io.github.postmarkspring.client.stream.MessageStream;
import io.github.postmarkspring.client.stream.MessageStreamQuery;
import io.github.postmarkspring.client.stream.StreamType;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/**
 * Asks Postmark, once the application has started and if that is wished, whether what is
 * configured is right there. Each finding is one line that names a property and says what
 * to do, and shows no token. One class with loops, because the jar is to stay small.
 */
class StartupCheck implements ApplicationListener<ApplicationStartedEvent> {

	private static final Log logger = LogFactory.getLog(StartupCheck.class);

	private final ConfigurableApplicationContext context;

	private final PostmarkProperties properties;

	private final ObjectProvider<TokenClients> clients;

	private final List<String> problems = new ArrayList<>();

	private final @Nullable String webhookUrl;

	private final @Nullable String webhookPath;

	private boolean webhookMissing;

	StartupCheck(ConfigurableApplicationContext context, PostmarkProperties properties,
			ObjectProvider<TokenClients> clients) {
		this.context = context;
		this.properties = properties;
		this.clients = clients;
		this.webhookUrl = context.getEnvironment().getProperty("postmark.webhook.registration.url");
		this.webhookPath = context.getEnvironment().getProperty("postmark.webhook.path");
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		CheckOnStartup mode = this.properties.checkOnStartup();
		if (mode == CheckOnStartup.NONE || event.getApplicationContext() != this.context) {
			return;
		}
		TokenClients clients = this.clients.getObject();
		if (mode == CheckOnStartup.WARN) {
			// A Postmark that is slow keeps no application from serving.
			Thread thread = new Thread(() -> warn(clients), "postmark-check-on-startup");
			thread.setDaemon(true);
			thread.start();
			return;
		}
		check(clients);
		if (!this.problems.isEmpty()) {
			throw new FailureAnalyzedException(
					"Not all that is configured is right at Postmark:\n\n" + String.join("\n", this.problems),
					"Do as each line says. To start all the same, whether or not Postmark can be reached, set "
							+ "'postmark.check-on-startup' to 'warn'.");
		}
	}

	/** What fails must reach whoever starts the application. */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	private void warn(TokenClients clients) {
		check(clients);
		for (String problem : this.problems) {
			// What is closed meanwhile reaches nothing.
			if (!this.context.isClosed()) {
				logger.warn(problem);
			}
		}
	}

	/** Ask one thing after the other, until Postmark gives no answer. */
	private void check(TokenClients clients) {
		List<TokenKey> servers = clients.servers(this.context.getEnvironment());
		try {
			this.webhookMissing = !servers.isEmpty() && this.webhookPath != null && this.webhookUrl != null && !"true"
				.equals(this.context.getEnvironment().getProperty("postmark.webhook.registration.enabled"));
			for (TokenKey key : servers) {
				check(clients, key);
			}
			// The embedded emulator takes any sender, and knows its webhooks.
			if (clients.details() instanceof EmulatorPostmarkConnectionDetails) {
				return;
			}
			if (this.webhookMissing) {
				this.problems.add("No webhook at Postmark points to 'postmark.webhook.path' at "
						+ "'postmark.webhook.registration.url'. Make one there, or set "
						+ "'postmark.webhook.registration.enabled'.");
			}
			if (clients.has(TokenKey.ACCOUNT)) {
				check(clients, TokenKey.ACCOUNT);
			}
			else {
				logger.debug("Without an account token nobody can ask whether default senders are confirmed");
			}
		}
		catch (PostmarkException ex) {
			this.problems.add("Postmark cannot be asked, so nothing more is known. See whether this machine reaches "
					+ "'postmark.base-url', and whether Postmark is up: " + ex.getMessage());
		}
	}

	private void check(TokenClients clients, TokenKey key) {
		try {
			if (key == TokenKey.ACCOUNT) {
				checkAccount(clients);
			}
			else {
				checkServer(clients, key);
			}
		}
		catch (PostmarkUnavailableException ex) {
			throw ex;
		}
		catch (PostmarkApiException ex) {
			this.webhookMissing = false;
			this.problems.add(name(clients, key) + ((ex instanceof InvalidTokenException && ex.status() != null)
					? " is not, or no longer, the token of "
							+ ((key != TokenKey.ACCOUNT) ? "a server; an account" : "an account; a server")
							+ " token does not work here. Set it to one from the \"API Tokens\" page at Postmark."
					: " could not be checked: " + ex.getMessage()));
		}
	}

	private static String name(TokenClients clients, TokenKey key) {
		return (clients.details() instanceof EnvironmentTokens) ? "'" + key.property() + "'"
				: "The token of " + ((key.server() != null) ? "server '" + key.server() + "'" : "the account");
	}

	private void checkServer(TokenClients clients, TokenKey key) {
		if (ApiToken.TEST.equals(ConnectionToken.find(clients.details(), key))) {
			this.webhookMissing = false;
			// Said already of what comes from the environment.
			if (!(clients.details() instanceof EnvironmentTokens)) {
				warnInProduction(name(clients, key) + " is the test token");
			}
			return;
		}
		PostmarkServerClient client = clients.serverClient(key);
		if (DeliveryType.SANDBOX.equals(client.server().get().deliveryType())) {
			warnInProduction(name(clients, key) + " is the token of a sandbox server");
		}
		MessageDefaults defaults = clients.defaults(key);
		String set = defaults.messageStream();
		String id = defaults.stream(null);
		String problem = "does not exist";
		for (MessageStream stream : client.messageStreams()
			.list(MessageStreamQuery.create().includeArchived())
			.messageStreams()) {
			if (id.equalsIgnoreCase(stream.id())) {
				problem = (stream.archivedAt() != null) ? "is archived"
						: StreamType.INBOUND.equals(stream.type()) ? "is for mail that comes in" : "";
			}
		}
		if (!problem.isEmpty()) {
			this.problems.add("The message stream '" + id + "' of server '" + key.server() + "' " + problem + ". Set "
					+ property(key, set, clients.defaults(TokenKey.SERVER).messageStream())
					+ "message-stream' to one of that server that sends.");
		}
		if (this.webhookMissing) {
			for (Webhook webhook : client.webhooks().list().webhooks()) {
				// Credentials may stand before the host, and a context path after it.
				String target = String.valueOf(webhook.url()).replaceAll("(?<=//)[^/@]*@|[?#].*", "");
				if (StringUtils.startsWithIgnoreCase(target, this.webhookUrl)
						&& target.endsWith("" + this.webhookPath)) {
					this.webhookMissing = false;
				}
			}
		}
	}

	/** What can be meant as it is keeps no application from starting. */
	private void warnInProduction(String what) {
		ProductionCheck.warn(logger, this.context.getEnvironment(), what);
	}

	private void checkAccount(TokenClients clients) {
		PostmarkAccountClient account = clients.accountClient();
		account.servers().list(ServerQuery.create().count(1));
		Set<String> confirmed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		for (DomainSummary domain : account.domains().stream(ListQuery.create()).toList()) {
			if (Boolean.TRUE.equals(domain.dkimVerified())) {
				confirmed.add(ascii("@" + domain.name()));
			}
		}
		for (SenderSignatureSummary sender : account.senderSignatures().stream(ListQuery.create()).toList()) {
			if (Boolean.TRUE.equals(sender.confirmed())) {
				confirmed.add(ascii("" + sender.emailAddress()));
			}
		}
		EmailAddress common = clients.defaults(TokenKey.SERVER).from();
		Set<String> unconfirmed = new TreeSet<>();
		for (TokenKey key : clients.servers(this.context.getEnvironment())) {
			EmailAddress from = clients.defaults(key).from();
			String address = (from != null) ? ascii(from.address()) : "";
			if (from != null && !confirmed.contains(address)
					&& !confirmed.contains(address.substring(address.lastIndexOf('@')))) {
				unconfirmed.add(property(key, from, common));
			}
		}
		for (String property : unconfirmed) {
			this.problems.add(property + "from' is no confirmed sender signature at Postmark, nor of a domain "
					+ "verified there by DKIM. Confirm one of them, or set it to an address that is.");
		}
	}

	/** A domain may be written in either way. */
	private static String ascii(String address) {
		return new EmailAddress(address, null).format();
	}

	/** The beginning of the property that a default of a server is from. */
	private static String property(TokenKey key, @Nullable Object value, @Nullable Object common) {
		return Objects.equals(value, common) ? "'postmark.defaults."
				: "'" + ServerNames.PREFIX + "." + key.server() + ".defaults.";
	}

}
