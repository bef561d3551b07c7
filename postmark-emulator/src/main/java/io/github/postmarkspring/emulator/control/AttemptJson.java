package io.github.postmarkspring.emulator.control;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attempt to post as the control shows it.
 */
final class AttemptJson {

	private AttemptJson() {
	}

	static ObjectNode of(WebhookAttempt attempt) {
		return Json.object()
			.put("Number", attempt.number())
			.put("Time", Timestamps.format(attempt.time()))
			.put("TraceID", attempt.traceId())
			.put("Event", attempt.event())
			.put("ServerID", attempt.serverId())
			.put("WebhookID", attempt.webhookId())
			.put("MessageID", attempt.messageId())
			.put("Address", attempt.address())
			.put("Retry", attempt.retry())
			.put("Status", attempt.status())
			.put("Failure", attempt.failure())
			.put("Answer", attempt.answer())
			.put("Milliseconds", attempt.duration().toMillis())
			.put("Outcome", attempt.outcome().name());
	}

}
