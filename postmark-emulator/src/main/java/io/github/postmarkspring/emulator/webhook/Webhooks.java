package io.github.postmarkspring.emulator.webhook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;

/**
 * The webhooks of a server.
 */
final class Webhooks {

	private static final int MAX_WEBHOOKS = 10;

	private final Map<Long, Webhook> webhooks = new TreeMap<>();

	static Webhooks of(EmulatedServer server) {
		return server.state(Webhooks.class, Webhooks::new);
	}

	synchronized void add(Webhook webhook) {
		long others = this.webhooks.values().stream().filter((it) -> it.stream().equals(webhook.stream())).count();
		if (others >= MAX_WEBHOOKS) {
			throw ApiException.unprocessable(1359, "A message stream is limited to " + MAX_WEBHOOKS + " webhooks.");
		}
		this.webhooks.put(webhook.id(), webhook);
	}

	/**
	 * Changes a webhook. What others change meanwhile is not lost: they wait.
	 * @throws ApiException with code 1352 if there is none, or what the change throws
	 */
	synchronized Webhook change(long id, UnaryOperator<Webhook> change) {
		Webhook after = change.apply(require(id));
		this.webhooks.put(id, after);
		return after;
	}

	synchronized void remove(Webhook webhook) {
		this.webhooks.remove(webhook.id());
	}

	synchronized Webhook require(long id) {
		Webhook webhook = this.webhooks.get(id);
		if (webhook == null) {
			throw ApiException.unprocessable(1352, "This webhook was not found.");
		}
		return webhook;
	}

	synchronized List<Webhook> all() {
		return List.copyOf(this.webhooks.values());
	}

}
