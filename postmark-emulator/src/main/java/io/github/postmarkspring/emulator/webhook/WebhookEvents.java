package io.github.postmarkspring.emulator.webhook;

import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.posting.Post;
import io.github.postmarkspring.emulator.posting.RetryRules;
import io.github.postmarkspring.emulator.posting.Target;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.server.ServerSettings;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the webhooks of a server what happens on it.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Webhooks
 * overview</a>
 */
public final class WebhookEvents {

	private WebhookEvents() {
	}

	/**
	 * Posts an event to every webhook of the stream that is to know, and to the server's
	 * older hook URL. Nobody waits for it.
	 * @param server where it happened
	 * @param trigger what happened
	 * @param stream the ID of the stream
	 * @param messageId the message it is about, if there is one
	 * @param payload what to post
	 */
	public static void publish(EmulatedServer server, Trigger trigger, String stream, @Nullable String messageId,
			Payload payload) {
		for (Webhook webhook : Webhooks.of(server).all()) {
			Trigger.Setting setting = webhook.setting(trigger);
			if (webhook.stream().equals(stream) && setting.enabled() && setting.verified()) {
				ObjectNode json = payload.with(setting.option());
				if (json != null) {
					post(server, webhook, trigger, messageId, json);
				}
			}
		}
		older(server, trigger, stream, messageId, payload);
	}

	private static void post(EmulatedServer server, Webhook webhook, Trigger trigger, @Nullable String messageId,
			ObjectNode json) {
		Webhooks webhooks = Webhooks.of(server);
		Post.Subject subject = new Post.Subject(trigger.wireName(), server.id(), webhook.id(), messageId);
		add(server.outbox(), trigger, webhook.target(), json, subject, () -> webhooks.wants(webhook.id(), trigger),
				(attempt) -> webhooks.attempted(webhook.id(), trigger, attempt.outcome()));
	}

	/**
	 * The URLs that are older than the Webhooks API, and than streams.
	 */
	private static void older(EmulatedServer server, Trigger trigger, String stream, @Nullable String messageId,
			Payload payload) {
		ServerSettings settings = server.settings();
		String url = settings.hookUrls().getOrDefault(trigger.wireName() + "HookUrl", "");
		if (url.isEmpty() || !stream.equals(MessageStreams.DEFAULT)) {
			return;
		}
		boolean option = (trigger == Trigger.OPEN) ? settings.postFirstOpenOnly()
				: settings.includeBounceContentInHook();
		ObjectNode json = payload.with(option);
		if (json != null) {
			add(server.outbox(), trigger, Target.of(url, Map.of(), null), json,
					new Post.Subject(trigger.wireName(), server.id(), null, messageId), () -> true, (attempt) -> {
					});
		}
	}

	private static void add(Outbox outbox, Trigger trigger, Target target, ObjectNode json, Post.Subject subject,
			BooleanSupplier wanted, Consumer<WebhookAttempt> result) {
		boolean bounce = trigger == Trigger.BOUNCE || trigger == Trigger.SPAM_COMPLAINT;
		RetryRules rules = outbox.settings().retries().rules(bounce);
		outbox.add(new Post(UUID.randomUUID().toString(), target, Json.write(json), subject, rules,
				outbox.settings().webhookTimeout(), wanted, result));
	}

	/**
	 * What is posted of an event.
	 */
	@FunctionalInterface
	public interface Payload {

		/**
		 * Returns the JSON.
		 * @param option whether the option of the trigger is set
		 * @return the JSON, or {@code null} if nothing is to be posted with this option
		 */
		@Nullable ObjectNode with(boolean option);

	}

}
