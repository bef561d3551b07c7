package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The tokens of the application: one of each server and one of the account. Which there
 * are is looked up when somebody asks, and not by conditions, which ahead-of-time
 * processing would freeze; but no token is read for it, because probes of anything walk
 * through the entries of everything.
 */
class LiveTokens implements DisposableBean {

	static final String ACCOUNT = "account";

	/** What the account goes by among the names of servers. */
	static final String NO_SERVER = "";

	private final Supplier<PostmarkConnectionDetails> details;

	private final Supplier<Map<String, String>> atHand;

	private final Duration patience;

	private final Map<String, LiveToken> tokens = new ConcurrentHashMap<>();

	/** None while nobody reads, and one for each token at the most. */
	private final ThreadPoolExecutor readers;

	LiveTokens(Supplier<PostmarkConnectionDetails> details, Supplier<Map<String, String>> atHand, Duration patience) {
		this.details = details;
		this.atHand = atHand;
		this.patience = patience;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("postmark-token-");
		threads.setDaemon(true);
		this.readers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(),
				threads);
	}

	/**
	 * Return the tokens by the names of their entries, without those that turned out not
	 * to be there. Never waits and never fails.
	 */
	Map<String, LiveToken> all() {
		Set<String> servers = new TreeSet<>(this.atHand.get().keySet());
		boolean account = servers.remove(NO_SERVER);
		Map<String, LiveToken> all = new LinkedHashMap<>();
		if (servers.remove(PostmarkConnectionDetails.DEFAULT_SERVER)) {
			add(all, PostmarkConnectionDetails.DEFAULT_SERVER, PostmarkConnectionDetails.DEFAULT_SERVER);
		}
		servers.forEach((server) -> add(all, server, server));
		if (account) {
			String entry = ACCOUNT;
			while (servers.contains(entry)) {
				// A server may be called so.
				entry += "-token";
			}
			add(all, entry, NO_SERVER);
		}
		return all;
	}

	private void add(Map<String, LiveToken> all, String entry, String server) {
		LiveToken token = this.tokens.computeIfAbsent(server, (name) -> new LiveToken(this.details,
				name.equals(NO_SERVER) ? null : name, this.atHand, new TokenReading(this.readers, this.patience)));
		if (!token.isMissing()) {
			all.put(entry, token);
		}
	}

	@Override
	public void destroy() {
		this.readers.shutdownNow();
	}

}
