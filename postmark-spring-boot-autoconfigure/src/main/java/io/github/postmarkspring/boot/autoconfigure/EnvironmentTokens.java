package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connection details whose tokens follow the environment while the application runs: they
 * are read again when they are old, when something says that the environment has changed,
 * and when Postmark refuses one. Who asks takes what was read last, without a lock; a
 * token that cannot be read, or is none, leaves the last good one in place.
 */
class EnvironmentTokens implements PostmarkConnectionDetails {

	private static final Log logger = LogFactory.getLog(EnvironmentTokens.class);

	/** How long a refusal that reading afresh did not help makes no further reading. */
	private static final long HOLD_OFF = Duration.ofSeconds(3).toNanos();

	/** How many seconds to wait for another who reads. */
	private static final long PATIENCE = 30;

	private final URI baseUrl;

	private final List<TokenKey> keys;

	private final TokenReader reader;

	private final List<TokenObserver> observers;

	private final long maxAge;

	private final LongSupplier nanoTime;

	private final ReentrantLock reading = new ReentrantLock();

	private final Map<String, Long> refusedInVain = new ConcurrentHashMap<>();

	private volatile TokenSnapshot snapshot;

	EnvironmentTokens(URI baseUrl, List<TokenKey> keys, TokenReader reader, List<TokenObserver> observers,
			Duration maxAge, LongSupplier nanoTime) {
		this.baseUrl = baseUrl;
		this.keys = keys;
		this.reader = reader;
		this.observers = observers;
		this.maxAge = TimeUnit.NANOSECONDS.convert(maxAge);
		this.nanoTime = nanoTime;
		this.snapshot = readAtStart();
	}

	private TokenSnapshot readAtStart() {
		Map<String, String> values = new HashMap<>();
		for (TokenKey key : this.keys) {
			try {
				String token = this.reader.read(key);
				if (token != null) {
					values.put(key.id(), token);
				}
			}
			catch (TokenProblem ex) {
				if (!PostmarkSetup.isAheadOfTime()) {
					throw ex.atStart();
				}
			}
		}
		return new TokenSnapshot(Map.copyOf(values), Map.of(), this.nanoTime.getAsLong());
	}

	@Override
	public URI baseUrl() {
		return this.baseUrl;
	}

	@Override
	public @Nullable String serverToken() {
		return current().get(TokenKey.SERVER.id());
	}

	@Override
	public @Nullable String serverToken(String server) {
		return current().get(server);
	}

	@Override
	public @Nullable String accountToken() {
		return current().get(TokenKey.ACCOUNT.id());
	}

	/** The tokens there are, for whoever has to keep them out of something. */
	Stream<String> known() {
		return lastRead().values().stream();
	}

	/**
	 * The tokens there are by {@link TokenKey#id()}, without reading them however old
	 * they are.
	 */
	Map<String, String> lastRead() {
		return this.snapshot.values();
	}

	/** Whether one of them is what a property has. */
	boolean referTo(String property) {
		return this.keys.stream().anyMatch((key) -> this.reader.refers(key, property));
	}

	/** The properties of the servers that have this token. */
	List<String> serversWith(String token) {
		TokenSnapshot current = current();
		return this.keys.stream()
			.filter((key) -> key.server() != null && token.equals(current.get(key.id())))
			.map(TokenKey::property)
			.toList();
	}

	private TokenSnapshot current() {
		TokenSnapshot current = this.snapshot;
		// One reads; a store may take its time, the others go on with what there is.
		if (isOld(current) && !this.reading.isHeldByCurrentThread() && this.reading.tryLock()) {
			readUnless(() -> !isOld(this.snapshot));
			return this.snapshot;
		}
		return current;
	}

	private boolean isOld(TokenSnapshot tokens) {
		return this.nanoTime.getAsLong() - tokens.readAt() >= this.maxAge;
	}

	/**
	 * Read the tokens again, because the environment has changed.
	 */
	void reload() {
		if (isMyTurn()) {
			readUnless(() -> false);
		}
	}

	@Override
	public void refused(String token) {
		if (!isMyTurn()) {
			return;
		}
		readUnless(() -> !this.snapshot.has(token) || isHeldOff(token));
		if (this.snapshot.has(token) && !isHeldOff(token)) {
			this.refusedInVain.put(token, this.nanoTime.getAsLong());
		}
	}

	/**
	 * A store that never answers must not keep everybody, nor one who reads it himself.
	 */
	private boolean isMyTurn() {
		try {
			return !this.reading.isHeldByCurrentThread()
					&& (this.reading.tryLock() || this.reading.tryLock(PATIENCE, TimeUnit.SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean isHeldOff(String token) {
		Long since = this.refusedInVain.get(token);
		return since != null && this.nanoTime.getAsLong() - since < HOLD_OFF;
	}

	/** Called with the lock, and gives it back before anybody is told. */
	private void readUnless(BooleanSupplier needless) {
		TokenSnapshot before = this.snapshot;
		TokenSnapshot after = before;
		try {
			if (!needless.getAsBoolean()) {
				after = read(before);
				this.snapshot = after;
				this.refusedInVain.keySet().retainAll(after.values().values());
			}
		}
		finally {
			this.reading.unlock();
		}
		report(before, after);
	}

	private TokenSnapshot read(TokenSnapshot before) {
		Map<String, String> values = new HashMap<>(before.values());
		Map<TokenKey, String> problems = new HashMap<>();
		for (TokenKey key : this.keys) {
			try {
				String token = this.reader.read(key);
				if (token == null) {
					problems.put(key, "There is none any more.");
				}
				else {
					values.put(key.id(), token);
				}
			}
			catch (TokenProblem ex) {
				problems.put(key, String.valueOf(ex.getMessage()));
			}
			catch (Exception | LinkageError ex) {
				// Whatever a store's client throws. Its text may show anything.
				problems.put(key, "Reading it failed with " + ex.getClass().getName() + ".");
			}
		}
		return new TokenSnapshot(Map.copyOf(values), Map.copyOf(problems), this.nanoTime.getAsLong());
	}

	private void report(TokenSnapshot before, TokenSnapshot after) {
		if (before == after) {
			return;
		}
		for (TokenKey key : this.keys) {
			String problem = after.problems().get(key);
			if (problem != null) {
				tell((observer) -> observer.failed(key));
			}
			if (problem != null && !problem.equals(before.problems().get(key))) {
				logger.warn("The token '" + key.property() + "' could not be read again, the one before stays in use. "
						+ problem);
			}
			if (!Objects.equals(before.get(key.id()), after.get(key.id()))) {
				logger.info("The token '" + key.property() + "' has changed, the new one is in use from now on");
				tell((observer) -> observer.changed(key));
			}
		}
	}

	private void tell(Consumer<TokenObserver> news) {
		for (TokenObserver observer : this.observers) {
			try {
				news.accept(observer);
			}
			catch (Exception | LinkageError ex) {
				// A mail may be waiting behind this.
				logger.error("A listener of PostmarkTokenChangedEvent, or a counter of tokens, failed", ex);
			}
		}
	}

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "EnvironmentTokens" + this.keys.stream().map(TokenKey::property).toList();
	}

}
