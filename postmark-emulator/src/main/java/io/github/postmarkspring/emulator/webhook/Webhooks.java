package io.github.postmarkspring.emulator.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.server.EmulatedServer;

/**
 * The webhooks of a server.
 */
final class Webhooks {

	private static final int MAX_WEBHOOKS = 10;

	// Postmark does not publish its own threshold.
	private static final int STRIKES = 3;

	private final Map<Long, Webhook> webhooks = new TreeMap<>();

	private final Map<Key, Integer> strikes = new HashMap<>();

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
		this.strikes.keySet().removeIf((key) -> key.id() == webhook.id());
	}

	synchronized Webhook require(long id) {
		Webhook webhook = this.webhooks.get(id);
		if (webhook == null) {
			throw ApiException.unprocessable(1352, "This webhook was not found.");
		}
		return webhook;
	}

	synchronized List<Webhook> all() {
		return this.webhooks.isEmpty() ? List.of() : List.copyOf(this.webhooks.values());
	}

	synchronized boolean wants(long id, Trigger trigger) {
		Webhook webhook = this.webhooks.get(id);
		return webhook != null && webhook.setting(trigger).enabled() && webhook.setting(trigger).verified();
	}

	/**
	 * Pauses a trigger whose events were lost one after the other.
	 */
	synchronized void attempted(long id, Trigger trigger, WebhookAttempt.Outcome outcome) {
		Webhook webhook = this.webhooks.get(id);
		Key key = new Key(id, trigger);
		if (webhook == null || outcome == WebhookAttempt.Outcome.ACCEPTED) {
			this.strikes.remove(key);
		}
		else if (outcome == WebhookAttempt.Outcome.EXHAUSTED && this.strikes.merge(key, 1, Integer::sum) >= STRIKES) {
			this.strikes.remove(key);
			this.webhooks.put(id, webhook.verified((it, setting) -> setting.verified() && it != trigger));
		}
	}

	private record Key(long id, Trigger trigger) {

	}

}
