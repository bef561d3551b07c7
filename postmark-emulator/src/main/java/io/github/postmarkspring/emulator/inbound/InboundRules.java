package io.github.postmarkspring.emulator.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;

/**
 * Who may not write to a server: addresses and domains.
 */
final class InboundRules {

	private static final int MAX_RULES = 1000;

	private final Map<Long, String> rules = new TreeMap<>();

	static InboundRules of(EmulatedServer server) {
		return server.state(InboundRules.class, InboundRules::new);
	}

	synchronized void add(long id, String rule) {
		if (this.rules.values().stream().anyMatch(rule::equalsIgnoreCase)) {
			throw ApiException.unprocessable(810, "This rule exists already.");
		}
		if (this.rules.size() >= MAX_RULES) {
			throw ApiException.unprocessable(614, "The emulator has room for " + MAX_RULES + " rules.");
		}
		this.rules.put(id, rule);
	}

	synchronized @Nullable String remove(long id) {
		return this.rules.remove(id);
	}

	synchronized List<Map.Entry<Long, String>> all() {
		return List.copyOf(this.rules.entrySet());
	}

	/**
	 * Returns the rule that keeps a sender out, or {@code null} if none does.
	 */
	synchronized @Nullable String matching(String email) {
		String sender = email.toLowerCase(Locale.ROOT);
		for (String rule : this.rules.values()) {
			String wanted = rule.toLowerCase(Locale.ROOT);
			if (sender.equals(wanted) || sender.endsWith("@" + wanted)) {
				return rule;
			}
		}
		return null;
	}

}
