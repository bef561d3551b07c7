package io.github.postmarkspring.emulator.mailbox;

import java.util.List;

import io.github.postmarkspring.emulator.http.Excerpt;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.MessageEvent;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of mail, and what the application was told of it, as the page wants it.
 */
final class ActivityView {

	private static final int LINE = 300;

	private static final int LONGEST_LIST = 200;

	private ActivityView() {
	}

	static ObjectNode of(List<MessageEvent> events, List<WebhookAttempt> attempts) {
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("events");
		latest(events).forEach((event) -> event(list.addObject(), event));
		attempts(json, attempts);
		return json;
	}

	static void attempts(ObjectNode json, List<WebhookAttempt> attempts) {
		ArrayNode list = json.putArray("attempts");
		latest(attempts).forEach((attempt) -> attempt(list.addObject(), attempt));
	}

	private static void event(ObjectNode json, MessageEvent event) {
		String detail = event.details().getOrDefault("Link", event.details().getOrDefault("Summary", ""));
		json.put("recipient", Excerpt.of(event.recipient(), LINE));
		json.put("type", event.type()).put("time", event.receivedAt().toString());
		json.put("detail", Excerpt.of(event.details().getOrDefault("DeliveryMessage", detail), LINE));
	}

	private static void attempt(ObjectNode json, WebhookAttempt attempt) {
		json.put("number", attempt.number()).put("time", attempt.time().toString()).put("event", attempt.event());
		json.put("address", Excerpt.of(attempt.address(), LINE)).put("retry", attempt.retry());
		json.put("status", attempt.status()).put("failure", attempt.failure()).put("answer", attempt.answer());
		json.put("milliseconds", attempt.duration().toMillis()).put("outcome", attempt.outcome().name());
	}

	private static <T> List<T> latest(List<T> all) {
		return all.subList(Math.max(0, all.size() - LONGEST_LIST), all.size());
	}

}
