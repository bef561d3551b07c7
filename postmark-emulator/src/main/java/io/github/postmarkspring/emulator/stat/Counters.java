package io.github.postmarkspring.emulator.stat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.EasternTime;

/**
 * What a server has counted. Messages may be forgotten meanwhile, their numbers are not:
 * only when there are very many combinations of day, stream and tag do the oldest go.
 *
 * @since 0.1.0
 */
public final class Counters {

	private static final int MAX_SLOTS = 10_000;

	// Names of mail clients are a stranger's.
	private static final int MAX_KEYS = 200;

	private final Map<Slot, Map<Key, Long>> counts = new LinkedHashMap<>();

	/**
	 * Returns the counters of a server.
	 * @param server the server
	 * @return what it has counted
	 */
	public static Counters of(EmulatedServer server) {
		return server.state(Counters.class, Counters::new);
	}

	/**
	 * Counts something that concerns a message.
	 * @param message the message
	 * @param when the moment it happened
	 * @param series the series it belongs to
	 * @param key its name in the series
	 * @param number how often
	 */
	public synchronized void add(OutboundMessage message, Instant when, Series series, String key, long number) {
		if (number == 0) {
			return;
		}
		Slot slot = new Slot(EasternTime.dateOf(when), message.options().stream(), message.options().tag());
		Map<Key, Long> keys = this.counts.computeIfAbsent(slot, (absent) -> new LinkedHashMap<>());
		Key name = new Key(series, key);
		if (keys.containsKey(name) || keys.size() < MAX_KEYS) {
			keys.merge(name, number, Long::sum);
		}
		if (this.counts.size() > MAX_SLOTS) {
			this.counts.remove(this.counts.keySet().iterator().next());
		}
	}

	/**
	 * Returns the numbers of a series for each day that has any.
	 */
	synchronized SortedMap<LocalDate, Map<String, Long>> days(Series series, Predicate<Slot> filter) {
		SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
		this.counts.forEach((slot, keys) -> {
			if (filter.test(slot)) {
				keys.forEach((key, number) -> {
					if (key.series() == series) {
						days.computeIfAbsent(slot.date(), (date) -> new TreeMap<>())
							.merge(key.name(), number, Long::sum);
					}
				});
			}
		});
		return days;
	}

	record Slot(LocalDate date, String stream, String tag) {

	}

	private record Key(Series series, String name) {

	}

}
