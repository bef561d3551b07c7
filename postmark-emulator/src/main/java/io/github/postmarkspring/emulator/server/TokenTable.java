package io.github.postmarkspring.emulator.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.http.Tokens;

/**
 * Whose each token is at one moment. A table never changes: another takes its place, so
 * that a token is replaced at one instant, and everybody who asks sees it so.
 */
final class TokenTable {

	private final String account;

	// Tokens there are from the beginning, as they were then and as they are now.
	private final Map<String, String> lasting;

	// The number of the server that each belongs to, in the order they were given.
	private final Map<String, Long> owners;

	private TokenTable(String account, Map<String, String> lasting, Map<String, Long> owners) {
		this.account = account;
		this.lasting = Collections.unmodifiableMap(lasting);
		this.owners = Collections.unmodifiableMap(owners);
	}

	static TokenTable of(String account) {
		return new TokenTable(account, Map.of(), Map.of());
	}

	String account() {
		return this.account;
	}

	/**
	 * Returns the number of the server that has a token, or 0.
	 */
	long owner(String token) {
		return this.owners.getOrDefault(token, 0L);
	}

	List<String> of(long server) {
		return this.owners.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == server)
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Returns what has become of a token there was at the beginning.
	 */
	String current(String initial) {
		return this.lasting.getOrDefault(initial, initial);
	}

	/**
	 * Remembers that a token is there from the beginning, and what becomes of it.
	 */
	TokenTable lasting(String initial) {
		Map<String, String> tokens = new LinkedHashMap<>(this.lasting);
		tokens.putIfAbsent(initial, initial);
		return new TokenTable(this.account, tokens, this.owners);
	}

	TokenTable account(String token) {
		if (this.account.equals(Tokens.requireUsable(token))) {
			throw new IllegalArgumentException("The account has this token already");
		}
		return new TokenTable(token, this.lasting, this.owners);
	}

	/**
	 * Gives a server these tokens and no others.
	 * @throws IllegalArgumentException if one cannot serve as a token, or another server
	 * has it; it is not shown
	 */
	TokenTable with(long server, List<String> tokens) {
		Map<String, Long> all = new LinkedHashMap<>(without(server).owners);
		for (String token : tokens) {
			Long other = all.put(Tokens.requireUsable(token), server);
			if (other != null && other != server) {
				throw new IllegalArgumentException("Another server has one of these tokens");
			}
		}
		return new TokenTable(this.account, this.lasting, all);
	}

	TokenTable without(long server) {
		Map<String, Long> others = new LinkedHashMap<>(this.owners);
		others.values().removeIf((owner) -> owner == server);
		return new TokenTable(this.account, this.lasting, others);
	}

	TokenTable withoutServers() {
		return new TokenTable(this.account, this.lasting, Map.of());
	}

	/**
	 * Puts a token in the place of another.
	 * @throws IllegalArgumentException if no server has the old one, or the new one
	 * cannot serve as a token, or is taken; neither is shown
	 */
	TokenTable replaced(String oldToken, String newToken) {
		if (!this.owners.containsKey(oldToken)) {
			throw new IllegalArgumentException("No server has the token that is to be replaced");
		}
		if (this.owners.containsKey(Tokens.requireUsable(newToken))) {
			throw new IllegalArgumentException("A server has the new token already");
		}
		if (this.lasting.containsValue(newToken)) {
			throw new IllegalArgumentException("After a reset another server has the new token");
		}
		Map<String, Long> all = new LinkedHashMap<>();
		this.owners.forEach((token, server) -> all.put(token.equals(oldToken) ? newToken : token, server));
		Map<String, String> kept = new LinkedHashMap<>(this.lasting);
		kept.replaceAll((initial, token) -> token.equals(oldToken) ? newToken : token);
		return new TokenTable(this.account, kept, all);
	}

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "TokenTable[" + new ArrayList<>(this.owners.values()) + "]";
	}

}
