package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.client.http.ForeignText;

/**
 * What happened at the endpoints since the start, in memory, for whoever looks at the
 * running application: how often, and the last requests that were rejected. Nothing of a
 * request is kept but when it came.
 */
class WebhookReport implements WebhookCounter, Supplier<Map<String, Object>> {

	private static final int MOST_KINDS = 100;

	private static final int MOST_REJECTS = 20;

	private static final int LONGEST = 100;

	private final Map<Map<String, Object>, Long> counts = new LinkedHashMap<>();

	private final Deque<Map<String, Object>> rejects = new ArrayDeque<>();

	@Override
	public synchronized void count(Answer answer, String recordType) {
		String reason = ForeignText.oneLine(answer.reason(), LONGEST);
		Map<String, Object> kind = Map.of("outcome", answer.outcome().tag(), "reason", reason, "recordType",
				ForeignText.oneLine(recordType, LONGEST));
		if (this.counts.size() < MOST_KINDS || this.counts.containsKey(kind)) {
			this.counts.merge(kind, 1L, Long::sum);
		}
		if (answer.outcome() == Answer.Outcome.REJECTED) {
			if (this.rejects.size() == MOST_REJECTS) {
				this.rejects.removeLast();
			}
			this.rejects
				.addFirst(Map.of("time", Instant.now().toString(), "status", answer.status(), "reason", reason));
		}
	}

	@Override
	public synchronized Map<String, Object> get() {
		List<Map<String, Object>> requests = new ArrayList<>();
		this.counts.forEach((kind, count) -> {
			Map<String, Object> request = new LinkedHashMap<>(kind);
			request.put("count", count);
			requests.add(request);
		});
		return Map.of("requests", requests, "lastRejects", List.copyOf(this.rejects));
	}

}
