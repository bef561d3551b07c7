package io.github.postmarkspring.emulator.server;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Tokens;
import io.github.postmarkspring.emulator.posting.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * The emulated account: its token, its servers, and what belongs to none of them.
 *
 * @since 0.1.0
 */
public final class Account {

	private static final int MAX_SERVERS = 100;

	private static final long FIRST_SERVER = 1;

	private final Map<Long, EmulatedServer> servers = new TreeMap<>();

	private final Map<String, EmulatedServer> serversByToken = new ConcurrentHashMap<>();

	private final Map<Class<?>, Object> states = new ConcurrentHashMap<>();

	// Whatever is mistaken for something else is then not found, instead of found wrong.
	private final AtomicLong ids = new AtomicLong(FIRST_SERVER);

	private final String token;

	private final String serverToken;

	private final String link;

	private final Clock clock;

	private final Outbox outbox;

	/**
	 * Creates an account with one server.
	 * @param token the account's token
	 * @param serverToken the server's token
	 * @param link where a person can look at a server
	 * @param clock tells what time it is
	 * @param outbox takes what is to be posted to the application
	 */
	public Account(String token, String serverToken, String link, Clock clock, Outbox outbox) {
		this.token = token;
		this.serverToken = serverToken;
		this.link = link;
		this.clock = clock;
		this.outbox = outbox;
		seed();
	}

	private void seed() {
		add(new EmulatedServer(FIRST_SERVER, List.of(this.serverToken), false, this.link,
				ServerSettings.named("Emulator"), this.clock, this::nextId, this.outbox));
	}

	/**
	 * Returns the tokens that are good at any moment.
	 * @return what tells a good token
	 */
	public Tokens tokens() {
		return new Tokens(this.serversByToken::containsKey, this.token::equals);
	}

	/**
	 * Returns the account's token.
	 * @return the token
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Returns the token of the server there is from the beginning.
	 * @return the token
	 */
	public String serverToken() {
		return this.serverToken;
	}

	/**
	 * Returns the server a request is for. With {@code POSTMARK_API_TEST} that is one
	 * that nobody else sees and that is forgotten with the request.
	 * @param request the request
	 * @return the server
	 * @throws ApiException with code 10 if it has just been deleted
	 */
	public EmulatedServer server(Request request) {
		if (request.testToken()) {
			return new EmulatedServer(0, List.of(), true, "", ServerSettings.named("Test"), this.clock, this::nextId,
					this.outbox);
		}
		EmulatedServer server = this.serversByToken.get(request.token());
		if (server == null) {
			throw Tokens.expired();
		}
		return server;
	}

	/**
	 * Finds a server.
	 * @param id its number
	 * @return the server, or {@code null} if there is none
	 */
	public synchronized @Nullable EmulatedServer find(long id) {
		return this.servers.get(id);
	}

	/**
	 * Returns the server there is from the beginning.
	 * @return the server, or {@code null} if it was deleted
	 */
	public @Nullable EmulatedServer firstServer() {
		return this.serversByToken.get(this.serverToken);
	}

	/**
	 * Returns all servers.
	 * @return a copy, oldest first
	 */
	public synchronized List<EmulatedServer> servers() {
		return new ArrayList<>(this.servers.values());
	}

	/**
	 * Returns what time it is.
	 * @return now
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Returns a number that nothing else in the account has.
	 * @return a new ID
	 */
	public long nextId() {
		return this.ids.incrementAndGet();
	}

	/**
	 * Returns what a subject keeps for the account.
	 * @param <T> the type of the state
	 * @param type the class it is kept under
	 * @param initial makes it at first use
	 * @return the state
	 */
	public <T> T state(Class<T> type, Supplier<T> initial) {
		return type.cast(this.states.computeIfAbsent(type, (key) -> initial.get()));
	}

	/**
	 * Goes back to the beginning: one server, and nothing in it. IDs are not used again.
	 */
	public synchronized void reset() {
		this.servers.clear();
		this.serversByToken.clear();
		this.states.clear();
		seed();
	}

	/**
	 * Returns an account of the same kind that has nothing in it, to try something out.
	 * @return the other account
	 */
	public Account blank() {
		return new Account(this.token, this.serverToken, this.link, this.clock, Outbox.closed(this.clock));
	}

	/**
	 * Removes all servers, so that others can take their place.
	 */
	public synchronized void removeServers() {
		this.servers.clear();
		this.serversByToken.clear();
	}

	/**
	 * Gives a server tokens that somebody chose, in place of its own.
	 * @param id the number of a server that is there
	 * @param tokens the tokens
	 * @throws IllegalArgumentException if one cannot serve as a token, or another server
	 * has it; it is not shown
	 */
	public synchronized void changeTokens(long id, List<String> tokens) {
		EmulatedServer server = this.servers.get(id);
		if (server == null) {
			throw new IllegalStateException("The server was removed in the meantime");
		}
		for (String token : tokens) {
			EmulatedServer owner = this.serversByToken.get(Tokens.requireUsable(token));
			if (owner != null && owner != server) {
				throw new IllegalArgumentException("Another server has one of these tokens");
			}
		}
		server.tokens().forEach(this.serversByToken::remove);
		server.tokens(List.copyOf(tokens));
		server.tokens().forEach((token) -> this.serversByToken.put(token, server));
	}

	synchronized EmulatedServer create(JsonFields sent, boolean sandbox) {
		ServerSettings settings = SettingsChange.apply(sent, ServerSettings.named(""));
		requireUnique(settings, null);
		if (this.servers.size() >= MAX_SERVERS) {
			throw ApiException.unprocessable(614, "The emulator has room for " + MAX_SERVERS + " servers.");
		}
		EmulatedServer server = new EmulatedServer(nextId(), List.of(UUID.randomUUID().toString()), sandbox, this.link,
				settings, this.clock, this::nextId, this.outbox);
		add(server);
		return server;
	}

	synchronized void edit(EmulatedServer server, JsonFields sent) {
		ServerSettings settings = SettingsChange.apply(sent, server.settings());
		requireUnique(settings, server);
		server.settings(settings);
	}

	synchronized void delete(EmulatedServer server) {
		server.tokens().forEach(this.serversByToken::remove);
		this.servers.remove(server.id());
	}

	private synchronized void add(EmulatedServer server) {
		this.servers.put(server.id(), server);
		server.tokens().forEach((token) -> this.serversByToken.put(token, server));
	}

	private void requireUnique(ServerSettings settings, @Nullable EmulatedServer self) {
		for (EmulatedServer server : this.servers.values()) {
			if (server == self) {
				continue;
			}
			if (server.settings().name().equalsIgnoreCase(settings.name())) {
				throw ApiException.unprocessable(603, "A server of this name exists already.");
			}
			String domain = settings.inboundDomain();
			if (!domain.isEmpty() && server.settings().inboundDomain().equalsIgnoreCase(domain)) {
				throw ApiException.unprocessable(602, "This inbound domain is already in use.");
			}
		}
	}

}
