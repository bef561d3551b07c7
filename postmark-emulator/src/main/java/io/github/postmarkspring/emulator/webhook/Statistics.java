package io.github.postmarkspring.emulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.posting.WebhookAttempt.Outcome;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a webhook fared during the last day.
 */
final class Statistics {

	private static final int HOURS = 24;

	// Postmark publishes neither of these.
	private static final Duration SLOW = Duration.ofSeconds(2);

	private static final Duration VERY_SLOW = Duration.ofSeconds(5);

	private Statistics() {
	}

	static ObjectNode of(EmulatedServer server, Webhook webhook) {
		Instant now = server.now();
		Instant start = now.minus(Duration.ofHours(HOURS));
		List<WebhookAttempt> attempts = server.outbox()
			.attempts((attempt) -> Long.valueOf(webhook.id()).equals(attempt.webhookId())
					&& !attempt.time().isBefore(start));
		ObjectNode json = Json.object().put("WebhookId", webhook.id()).put("ServerId", server.id());
		json.put("MessageStreamId", webhook.stream()).put("Url", webhook.url());
		ObjectNode statuses = json.putObject("Statuses");
		webhook.enabled()
			.forEach(
					(trigger) -> statuses.put(trigger.wireName(), Webhook.status(webhook.setting(trigger).verified())));
		json.putObject("TimeRange")
			.put("StartTime", Timestamps.format(start))
			.put("EndTime", Timestamps.format(now))
			.put("Hours", HOURS);
		json.set("Metrics", metrics(attempts));
		ObjectNode byTrigger = json.putObject("MetricsByTrigger");
		webhook.enabled()
			.forEach((trigger) -> byTrigger.set(trigger.wireName(), metrics(
					attempts.stream().filter((attempt) -> attempt.event().equals(trigger.wireName())).toList())));
		return json;
	}

	private static ObjectNode metrics(List<WebhookAttempt> attempts) {
		long success = count(attempts, (attempt) -> attempt.outcome() == Outcome.ACCEPTED);
		double rate = attempts.isEmpty() ? 0 : 100.0 * success / attempts.size();
		ObjectNode json = Json.object()
			.put("TotalRequests", attempts.size())
			.put("SuccessCount", success)
			.put("FailureCount", attempts.size() - success)
			.put("RetryCount", count(attempts, (attempt) -> attempt.retry() > 0))
			.put("SuccessRate", Math.round(rate * 100) / 100.0)
			.put("SlowCount", count(attempts, (attempt) -> attempt.duration().compareTo(SLOW) > 0))
			.put("VerySlowCount", count(attempts, (attempt) -> attempt.duration().compareTo(VERY_SLOW) > 0));
		json.put("AverageTerminalResponseTimeMs", average(attempts, (it) -> it.outcome() != Outcome.RETRIED));
		if (count(attempts, (attempt) -> attempt.outcome() == Outcome.RETRIED) == 0) {
			return json.putNull("AverageRetryResponseTimeMs");
		}
		return json.put("AverageRetryResponseTimeMs", average(attempts, (it) -> it.outcome() == Outcome.RETRIED));
	}

	private static long count(List<WebhookAttempt> attempts, Predicate<WebhookAttempt> filter) {
		return attempts.stream().filter(filter).count();
	}

	private static long average(List<WebhookAttempt> attempts, Predicate<WebhookAttempt> filter) {
		return Math
			.round(attempts.stream().filter(filter).mapToLong((it) -> it.duration().toMillis()).average().orElse(0));
	}

}
