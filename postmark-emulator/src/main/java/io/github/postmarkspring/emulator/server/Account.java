package io.github.postmarkspring.emulator.server;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

	static final int MAX_SERVERS = 100;

	private static final long FIRST_SERVER = 1;

	private final Map<Long, EmulatedServer> servers = new ConcurrentSkipListMap<>();

	private final Map<Class<?>, Object> states = new ConcurrentHashMap<>();

	// Whatever is mistaken for something else is then not found, instead of found wrong.
	private final AtomicLong ids;

	private final List<InitialServer> initial;

	private final String link;

	private final Clock clock;

	private final Outbox outbox;

	private volatile TokenTable tokens;

	/**
	 * Creates an account.
	 * @param token the account's token
	 * @param initial the servers there are from the beginning, at least one
	 * @param link where a person can look at a server
	 * @param clock tells what time it is
	 * @param outbox takes what is to be posted to the application
	 */
	public Account(String token, List<InitialServer> initial, String link, Clock clock, Outbox outbox) {
		this.initial = initial;
		this.ids = new AtomicLong(initial.size());
		this.link = link;
		this.clock = clock;
		this.outbox = outbox;
		this.tokens = initial(TokenTable.of(token));
	}

	private TokenTable initial(TokenTable before) {
		TokenTable table = before.withoutServers();
		for (int i = 0; i < this.initial.size(); i++) {
			InitialServer server = this.initial.get(i);
			long id = FIRST_SERVER + i;
			this.servers.put(id, server(id, false, ServerSettings.named(server.name())));
			table = table.lasting(server.token());
			table = table.with(id, List.of(table.current(server.token())));
		}
		return table;
	}

	private EmulatedServer server(long id, boolean sandbox, ServerSettings settings) {
		return new EmulatedServer(id, sandbox, this.link, settings, this.clock, this::nextId, this.outbox);
	}

	/**
	 * Returns the tokens that are good at any moment.
	 * @return what tells a good token
	 */
	public Tokens tokens() {
		return new Tokens((token) -> this.tokens.owner(token), (token) -> this.tokens.account().equals(token));
	}

	/**
	 * Returns the account's token.
	 * @return the token of this moment
	 */
	public String token() {
		return this.tokens.account();
	}

	/**
	 * Returns the token of the first server there is from the beginning.
	 * @return the token of this moment
	 */
	public String serverToken() {
		return this.tokens.current(this.initial.get(0).token());
	}

	/**
	 * Returns the first token of a server.
	 * @param name its name, whatever the case of its letters
	 * @return the token of this moment
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public String serverToken(String name) {
		List<EmulatedServer> all = servers();
		return all.stream()
			.filter((server) -> server.settings().name().equalsIgnoreCase(name))
			.flatMap((server) -> tokens(server).stream())
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no server named '" + name + "', but there are: "
					+ all.stream().map((server) -> server.settings().name()).collect(Collectors.joining(", "))));
	}

	List<String> tokens(EmulatedServer server) {
		return this.tokens.of(server.id());
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
			return new EmulatedServer(0, true, "", ServerSettings.named("Test"), this.clock, this::nextId, this.outbox);
		}
		EmulatedServer server = this.servers.get(request.caller().server());
		if (server == null) {
			// After a reset, another server may have the token again.
			server = this.servers.get(this.tokens.owner(request.caller().token()));
		}
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
	public @Nullable EmulatedServer find(long id) {
		return this.servers.get(id);
	}

	/**
	 * Returns the first server there is from the beginning.
	 * @return the server, or {@code null} if it was deleted
	 */
	public @Nullable EmulatedServer firstServer() {
		TokenTable table = this.tokens;
		return this.servers.get(table.owner(table.current(this.initial.get(0).token())));
	}

	/**
	 * Returns all servers.
	 * @return a copy, oldest first
	 */
	public List<EmulatedServer> servers() {
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
	 * Goes back to the beginning: the servers there were, with nothing in them. Tokens
	 * that were replaced stay so. IDs of other servers are not used again.
	 */
	public synchronized void reset() {
		this.states.clear();
		this.tokens = initial(this.tokens);
		this.servers.keySet().removeIf((id) -> id >= FIRST_SERVER + this.initial.size());
	}

	/**
	 * Returns an account of the same kind that has nothing in it, to try something out.
	 * @return the other account
	 */
	public Account blank() {
		TokenTable table = this.tokens;
		List<InitialServer> servers = this.initial.stream()
			.map((server) -> new InitialServer(server.name(), table.current(server.token())))
			.toList();
		return new Account(table.account(), servers, this.link, this.clock, Outbox.closed(this.clock));
	}

	/**
	 * Removes what a server of a seed takes the place of: the first there is from the
	 * beginning, and the one of the same name.
	 * @param name the name of the server to come
	 * @param first whether it is the seed's first
	 * @return the tokens that it has to have besides its own
	 */
	public synchronized List<String> makeWay(String name, boolean first) {
		List<String> free = new ArrayList<>();
		for (int i = 0; i < this.initial.size(); i++) {
			EmulatedServer server = this.servers.get(FIRST_SERVER + i);
			boolean replaced = (i > 0) ? this.initial.get(i).name().equalsIgnoreCase(name) : first;
			if (server != null && replaced) {
				free.addAll(tokens(server));
				delete(server);
			}
		}
		return free;
	}

	/**
	 * Remembers a token that a server has from the beginning, so that it stays replaced
	 * once it was.
	 * @param token the token as it was at the beginning
	 * @return the token of this moment
	 */
	public synchronized String keep(String token) {
		this.tokens = this.tokens.lasting(token);
		return this.tokens.current(token);
	}

	/**
	 * Gives a server tokens that somebody chose, in place of its own.
	 * @param id the number of a server that is there
	 * @param tokens the tokens
	 * @throws IllegalArgumentException if one cannot serve as a token, or another server
	 * has it; it is not shown
	 */
	public synchronized void changeTokens(long id, List<String> tokens) {
		if (!this.servers.containsKey(id)) {
			throw new IllegalStateException("The server was removed in the meantime");
		}
		this.tokens = this.tokens.with(id, tokens);
	}

	/**
	 * Replaces a token of a server at one instant. Requests whose headers were read
	 * before are not refused any more.
	 * @param oldToken a token that a server has
	 * @param newToken the token it is to have instead
	 * @throws IllegalArgumentException if no server has the old one, or the new one
	 * cannot serve as a token, or is taken; neither is shown
	 */
	public synchronized void replaceServerToken(String oldToken, String newToken) {
		this.tokens = this.tokens.replaced(oldToken, newToken);
	}

	/**
	 * Replaces the account's token at one instant.
	 * @param newToken the token it is to have instead
	 * @throws IllegalArgumentException if it cannot serve as a token, or is the old one;
	 * it is not shown
	 */
	public synchronized void replaceToken(String newToken) {
		this.tokens = this.tokens.account(newToken);
	}

	synchronized EmulatedServer create(JsonFields sent, boolean sandbox) {
		ServerSettings settings = SettingsChange.apply(sent, ServerSettings.named(""));
		requireUnique(settings, null);
		if (this.servers.size() >= MAX_SERVERS) {
			throw ApiException.unprocessable(614, "The emulator has room for " + MAX_SERVERS + " servers.");
		}
		EmulatedServer server = server(nextId(), sandbox, settings);
		this.servers.put(server.id(), server);
		this.tokens = this.tokens.with(server.id(), List.of(UUID.randomUUID().toString()));
		return server;
	}

	synchronized void edit(EmulatedServer server, JsonFields sent) {
		ServerSettings settings = SettingsChange.apply(sent, server.settings());
		requireUnique(settings, server);
		server.settings(settings);
	}

	synchronized void delete(EmulatedServer server) {
		this.tokens = this.tokens.without(server.id());
		this.servers.remove(server.id());
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
