package io.github.postmarkspring.emulator;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.github.postmarkspring.emulator.control.ControlRoutes;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.http.Faults;
import io.github.postmarkspring.emulator.http.HttpListener;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.http.Tokens;
import io.github.postmarkspring.emulator.mailbox.ActivityRoutes;
import io.github.postmarkspring.emulator.mailbox.ReceivedRoutes;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.posting.PostingSettings;
import io.github.postmarkspring.emulator.posting.WebhookRetries;
import io.github.postmarkspring.emulator.seed.Seed;
import io.github.postmarkspring.emulator.seed.SeedException;
import io.github.postmarkspring.emulator.seed.Seeder;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.InitialServer;
import io.github.postmarkspring.emulator.time.VirtualClock;
import org.jspecify.annotations.Nullable;

/**
 * A local Postmark: it takes mail over the HTTP API as Postmark does, delivers nothing,
 * and shows what it got on a mailbox page.
 *
 * <pre class="code">
 * try (PostmarkEmulator postmark = PostmarkEmulator.start()) {
 *     // Point a Postmark client at postmark.baseUrl() with postmark.serverToken().
 * }
 * </pre>
 * <p>
 * Unless told otherwise it listens on the loopback address only and answers requests for
 * {@code localhost}, {@code 127.0.0.1} and {@code [::1]} only. Messages are kept in
 * memory: the newest 1,000 unless told otherwise, and never more than 64 MB of them. Any
 * {@code From} is accepted unless told otherwise. Webhooks are posted to this machine
 * only, unless told otherwise, by threads that there are only as long as something is to
 * be posted. The token {@code POSTMARK_API_TEST} can send, whereupon messages are checked
 * and dropped; on endpoints that read it is refused with code 10. Threads are daemons, so
 * an emulator that is not closed does not keep the JVM alive. A request has 30 seconds
 * from its first byte to the last byte of its answer, and the latency of a fault besides.
 * <p>
 * Starting one sets the system property {@code sun.net.httpserver.nodelay} unless it is
 * set already; without it the JDK's server takes 40 ms for each answer.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer">Postmark developer documentation</a>
 */
public final class PostmarkEmulator implements AutoCloseable {

	private final HttpListener listener;

	private final Account account;

	private final EmulatorControl control;

	private final Outbox outbox;

	private PostmarkEmulator(HttpListener listener, Account account, EmulatorControl control, Outbox outbox) {
		this.listener = listener;
		this.outbox = outbox;
		this.account = account;
		this.control = control;
	}

	/**
	 * Starts an emulator on a free port with random tokens.
	 * @return the running emulator, to be closed after use
	 */
	public static PostmarkEmulator start() {
		return builder().start();
	}

	/**
	 * Prepares an emulator that is not all default.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Returns the address to use in place of {@code https://api.postmarkapp.com}.
	 * @return such as {@code http://localhost:8025}, without a slash at the end
	 */
	public URI baseUrl() {
		return URI.create(this.listener.url());
	}

	/**
	 * Returns the address of the mailbox page. A single message is at {@code #/messages/}
	 * and its message ID below it.
	 * @return such as {@code http://localhost:8025/}
	 */
	public URI mailboxUrl() {
		return URI.create(baseUrl() + "/");
	}

	/**
	 * Returns the port.
	 * @return the port it listens on
	 */
	public int port() {
		return this.listener.port();
	}

	/**
	 * Returns the token for {@code X-Postmark-Server-Token} of the first server.
	 * @return the server token of this moment: it can be
	 * {@linkplain EmulatorControl#replaceServerToken(String, String) replaced}
	 */
	public String serverToken() {
		return this.account.serverToken();
	}

	/**
	 * Returns the first token of a server, however it was made.
	 * @param serverName the name it has now, whatever the case of its letters
	 * @return the server token of this moment: it can be
	 * {@linkplain EmulatorControl#replaceServerToken(String, String) replaced}
	 * @throws IllegalArgumentException if there is no server of this name; it names those
	 * there are
	 */
	public String serverToken(String serverName) {
		return this.account.serverToken(serverName);
	}

	/**
	 * Returns the token for {@code X-Postmark-Account-Token}.
	 * @return the account token of this moment: it can be
	 * {@linkplain EmulatorControl#replaceAccountToken(String) replaced}
	 */
	public String accountToken() {
		return this.account.token();
	}

	/**
	 * Returns what a test can do besides what Postmark's API offers: let recipients open
	 * and click, let mail come in, move the clock, begin anew.
	 * @return the control of this emulator
	 */
	public EmulatorControl control() {
		return this.control;
	}

	/**
	 * Stops the server and its threads, and forgets the messages. Closing twice does no
	 * harm.
	 */
	@Override
	public void close() {
		this.listener.close();
		this.outbox.close();
	}

	@Override
	public String toString() {
		return "PostmarkEmulator[port=" + port() + "]";
	}

	/**
	 * Settings of a {@link PostmarkEmulator}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private int port;

		private List<InitialServer> servers = InitialServer.first(UUID.randomUUID().toString());

		private String accountToken = UUID.randomUUID().toString();

		private int maxMessages = 1000;

		private Duration indexDelay = Duration.ZERO;

		private InetAddress address = InetAddress.getLoopbackAddress();

		private Set<String> hostNames = Set.of();

		private @Nullable String seed;

		private boolean serverDeletion;

		private boolean bulkApproved = true;

		private boolean resets;

		private boolean checkSenders;

		private WebhookRetries webhookRetries = PostingSettings.DEFAULT.retries();

		private @Nullable Duration webhookTimeout;

		private boolean remoteWebhooks;

		private boolean strictVerification;

		private Builder() {
		}

		/**
		 * Sets the port.
		 * @param port 0 to 65535, where 0 stands for any free port and is the default
		 * @return this builder
		 * @throws IllegalArgumentException if out of range
		 */
		public Builder port(int port) {
			require(port >= 0 && port <= 65535, "The port must be between 0 and 65535");
			this.port = port;
			return this;
		}

		/**
		 * Sets the address to listen on; the loopback address by default. On any other,
		 * whoever reaches this machine can read all mail and reset everything, without a
		 * token. Requests may then name any IP address of this machine as their host, and
		 * any name without a dot, such as a container's.
		 * @param address an address of this machine, or the wildcard address for all
		 * @return this builder
		 */
		public Builder address(InetAddress address) {
			this.address = address;
			return this;
		}

		/**
		 * Sets further names of this machine that requests may have in their {@code Host}
		 * header; none by default.
		 * @param hostNames such as {@code postmark.test.example}, without a port
		 * @return this builder
		 * @throws IllegalArgumentException if one is no host name
		 */
		public Builder hostNames(String... hostNames) {
			for (String name : hostNames) {
				require(name.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*"), "A host name has letters, digits and dots");
			}
			this.hostNames = Set.copyOf(List.of(hostNames));
			return this;
		}

		/**
		 * Sets what there is from the beginning, and after each
		 * {@link EmulatorControl#reset()}: servers, streams, templates, messages and the
		 * like. Its format is in the documentation of the emulator.
		 * @param json the seed, at most 10 MB of JSON
		 * @return this builder
		 */
		public Builder seed(String json) {
			this.seed = json;
			return this;
		}

		/**
		 * Sets the token of the first server; random by default.
		 * @param serverToken printable ASCII without spaces, but not
		 * {@code POSTMARK_API_TEST}
		 * @return this builder
		 * @throws IllegalArgumentException if it cannot serve as a token, or another
		 * server has it
		 */
		public Builder serverToken(String serverToken) {
			this.servers = InitialServer.withFirst(this.servers, serverToken);
			return this;
		}

		/**
		 * Adds a server with a random token, which
		 * {@link PostmarkEmulator#serverToken(String)} tells.
		 * @param name its name, at most 100 characters
		 * @return this builder
		 * @throws IllegalArgumentException if this is no name for a server, or one has it
		 */
		public Builder server(String name) {
			return server(name, UUID.randomUUID().toString());
		}

		/**
		 * Adds a server that is there from the beginning, and after each
		 * {@link EmulatorControl#reset()}, besides the first one, whose name is
		 * {@code Emulator}. It has the streams that any new server has.
		 * @param name its name, at most 100 characters; names are the same whatever the
		 * case of their letters
		 * @param token its token: printable ASCII without spaces, but not
		 * {@code POSTMARK_API_TEST}
		 * @return this builder
		 * @throws IllegalArgumentException if this is no name for a server or no token,
		 * if another server has one of them, or if there are 100 servers
		 */
		public Builder server(String name, String token) {
			this.servers = InitialServer.with(this.servers, new InitialServer(name, token));
			return this;
		}

		/**
		 * Sets the account token; random by default.
		 * @param accountToken printable ASCII without spaces, but not
		 * {@code POSTMARK_API_TEST}
		 * @return this builder
		 * @throws IllegalArgumentException if it cannot serve as a token
		 */
		public Builder accountToken(String accountToken) {
			this.accountToken = Tokens.requireUsable(accountToken);
			return this;
		}

		/**
		 * Sets how many messages are kept before the oldest go.
		 * @param maxMessages 1 or more; 1,000 by default
		 * @return this builder
		 * @throws IllegalArgumentException if less than 1
		 */
		public Builder maxMessages(int maxMessages) {
			require(maxMessages >= 1, "At least 1 message must be kept");
			this.maxMessages = maxMessages;
			return this;
		}

		/**
		 * Sets how long after it was taken a message can be found: a search of outbound
		 * messages lists it no earlier. Nobody knows how long that is at Postmark.
		 * @param indexDelay the delay by the emulator's clock, from nothing, which is the
		 * default, to a day
		 * @return this builder
		 * @throws IllegalArgumentException if it is out of range
		 * @see EmulatorControl#indexDelay(Duration)
		 */
		public Builder indexDelay(Duration indexDelay) {
			require(!indexDelay.isNegative() && indexDelay.compareTo(Duration.ofDays(1)) <= 0,
					"The delay must be from nothing to a day");
			this.indexDelay = indexDelay;
			return this;
		}

		/**
		 * Sets whether {@code DELETE /servers/{id}} works. Postmark answers it with code
		 * 604 unless its support has allowed it, and so does the emulator by default.
		 * @param serverDeletion whether servers can be deleted
		 * @return this builder
		 */
		public Builder serverDeletion(boolean serverDeletion) {
			this.serverDeletion = serverDeletion;
			return this;
		}

		/**
		 * Sets whether the account may use the Bulk API. Postmark answers it with code 14
		 * until its support has allowed it; the emulator allows it by default.
		 * @param bulkApproved whether bulk requests can be sent
		 * @return this builder
		 */
		public Builder bulkApproved(boolean bulkApproved) {
			this.bulkApproved = bulkApproved;
			return this;
		}

		/**
		 * Sets whether faults can reset connections. All requests then pass a relay,
		 * which costs throughput, for the JDK's server can only close a connection.
		 * @param resets whether {@code Fault.reset…} can be used; {@code false} by
		 * default
		 * @return this builder
		 */
		public Builder resets(boolean resets) {
			this.resets = resets;
			return this;
		}

		/**
		 * Sets whether {@code From} must be a confirmed sender signature or of a verified
		 * domain. Postmark answers others with code 400, and 401 where the confirmation
		 * is due; the emulator takes them by default.
		 * @param checkSenders whether senders are checked
		 * @return this builder
		 */
		public Builder checkSenders(boolean checkSenders) {
			this.checkSenders = checkSenders;
			return this;
		}

		/**
		 * Sets how webhooks other than the inbound one are tried again.
		 * @param webhookRetries the rules; {@link WebhookRetries#SIX} by default
		 * @return this builder
		 */
		public Builder webhookRetries(WebhookRetries webhookRetries) {
			this.webhookRetries = webhookRetries;
			return this;
		}

		/**
		 * Sets how long the answer to a webhook may take, by the machine's clock.
		 * @param webhookTimeout more than zero; by default 10 seconds, and 2 minutes for
		 * inbound mail
		 * @return this builder
		 * @throws IllegalArgumentException if it is not more than zero
		 */
		public Builder webhookTimeout(Duration webhookTimeout) {
			require(webhookTimeout.compareTo(Duration.ZERO) > 0, "A webhook's time-out must be more than zero");
			this.webhookTimeout = webhookTimeout;
			return this;
		}

		/**
		 * Sets whether webhooks are posted to other machines than this one. By default
		 * they are not, and an attempt is recorded as dropped.
		 * @param remoteWebhooks whether any address may be posted to
		 * @return this builder
		 */
		public Builder remoteWebhooks(boolean remoteWebhooks) {
			this.remoteWebhooks = remoteWebhooks;
			return this;
		}

		/**
		 * Sets whether a webhook is saved only if its receiver answers a probe of each
		 * trigger with 200, or else refused with code 1364. Whether Postmark insists is
		 * not certain; by default the emulator does not.
		 * @param strictVerification whether to insist
		 * @return this builder
		 */
		public Builder strictVerification(boolean strictVerification) {
			this.strictVerification = strictVerification;
			return this;
		}

		/**
		 * Starts the emulator.
		 * @return the running emulator, to be closed after use
		 * @throws java.io.UncheckedIOException if the port is taken, with a
		 * {@link java.net.BindException} as cause
		 * @throws SeedException if the seed has a mistake
		 */
		public PostmarkEmulator start() {
			RoutingTable table = new RoutingTable(this.serverDeletion, this.bulkApproved, this.checkSenders);
			VirtualClock clock = new VirtualClock(Clock.systemUTC());
			MessageStore store = new MessageStore(this.maxMessages, this.indexDelay);
			PostingSettings posting = new PostingSettings(this.webhookRetries, this.webhookTimeout, this.remoteWebhooks,
					this.strictVerification);
			Seed initial = (this.seed != null) ? Seed.parse(this.seed) : null;
			if (initial != null) {
				// Before a port is taken: unstarted, the JDK's server does not give it
				// back.
				new Seeder(account("", clock, Outbox.closed(clock)), store.blank(), table::of).sow(initial);
			}
			HttpListener listener = HttpListener.bind(this.address, this.port, this.hostNames, this.resets);
			Outbox outbox = new Outbox("postmark-emulator-" + listener.port() + "-post", clock, posting);
			clock.onMove(outbox::clockMoved);
			Account account = account(listener.url() + "/", clock, outbox);
			Faults faults = new Faults(this.resets);
			EmulatorControl control = new EmulatorControl(account, store, clock, faults,
					new Seeder(account, store, table::of), initial, outbox);
			List<Route> routes = new ArrayList<>(table.of(account, store));
			routes.addAll(new ControlRoutes(control).routes());
			routes.addAll(new ActivityRoutes(store, control).routes());
			routes.addAll(new ReceivedRoutes(account, control).routes());
			listener.serve(routes, account.tokens(), faults);
			return new PostmarkEmulator(listener, account, control, outbox);
		}

		private Account account(String link, Clock clock, Outbox outbox) {
			return new Account(this.accountToken, this.servers, link, clock, outbox);
		}

		private static void require(boolean condition, String message) {
			if (!condition) {
				throw new IllegalArgumentException(message);
			}
		}

	}

}
