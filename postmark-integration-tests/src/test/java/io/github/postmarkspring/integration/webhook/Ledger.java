package io.github.postmarkspring.integration.webhook;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.webhook.event.WebhookEvent;

import org.springframework.context.event.EventListener;

/**
 * A listener that fails one time in ten, and writes down what it has handled.
 */
final class Ledger {

	private static final long SEED = 20261102;

	private final Map<Integer, Integer> tries = new ConcurrentHashMap<>();

	private final Map<Integer, Integer> handled = new ConcurrentHashMap<>();

	private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();

	private final Set<Integer> overlapped = ConcurrentHashMap.newKeySet();

	@EventListener
	void handle(WebhookEvent event) {
		int number = Integer.parseInt(event.metadata().getOrDefault("number", ""));
		if (!this.underWay.add(number)) {
			this.overlapped.add(number);
		}
		try {
			handle(number, this.tries.merge(number, 1, Integer::sum));
		}
		finally {
			this.underWay.remove(number);
		}
	}

	private void handle(int number, int attempt) {
		// Whether a try fails is settled beforehand, in whatever order they come.
		int random = new SplittableRandom(SEED + number * 1000L + attempt).nextInt(20);
		if (random == 0) {
			throw new IllegalStateException("no database");
		}
		if (random == 1) {
			throw new AssertionError("no class");
		}
		this.handled.merge(number, 1, Integer::sum);
	}

	/** How many events have been handled how many times. */
	Map<Integer, Long> timesHandled() {
		return this.handled.values()
			.stream()
			.collect(Collectors.groupingBy((times) -> times, TreeMap::new, Collectors.counting()));
	}

	int failures() {
		return this.tries.values().stream().mapToInt(Integer::intValue).sum()
				- this.handled.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** The events that were handled twice at the same moment. */
	Set<Integer> overlapped() {
		return this.overlapped;
	}

}
