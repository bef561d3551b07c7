package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.bounce.BounceCount;
import io.github.postmarkspring.client.bounce.DeliveryStats;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.stream.MessageStream;
import io.github.postmarkspring.client.stream.MessageStreamQuery;
import io.github.postmarkspring.client.stream.StreamType;
import io.github.postmarkspring.client.suppression.Suppression;
import io.github.postmarkspring.client.suppression.SuppressionQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;

/**
 * What Postmark knows of a server: its streams, delivery statistics and suppressions as
 * counts, without an address. Ends at the first thing that cannot be had, and says why.
 */
class ServerReport {

	/** What says which server it is. */
	static final Set<String> IDENTIFYING = Set.of("id", "name");

	private static final int MOST = 100;

	private final Supplier<PostmarkClientFactory> clients;

	private final HealthProbe probe;

	ServerReport(Supplier<PostmarkClientFactory> clients, HealthProbe probe) {
		this.clients = clients;
		this.probe = probe;
	}

	Map<String, Object> of(LiveToken token) {
		Map<String, Object> report = new LinkedHashMap<>();
		CheckedToken checked = new CheckedToken(token, (asking) -> {
		});
		Health health = this.probe.ask(checked);
		report.put("status", health.getStatus().getCode());
		report.putAll(health.getDetails());
		report.remove(HealthProbe.TOKEN);
		if (report.containsKey("id")) {
			try {
				ask(this.clients.get().serverClient(checked), report);
			}
			catch (PostmarkException ex) {
				report.put("error", this.probe.explain(ex, checked).getDetails());
			}
			catch (RuntimeException ex) {
				// Whatever odd thing there was where a stream should be.
				report.put("error", HealthProbe.failed(ex).build().getDetails());
			}
		}
		return report;
	}

	private static void ask(PostmarkServerClient client, Map<String, Object> report) {
		DeliveryStats stats = client.bounces().deliveryStats();
		Map<String, Integer> bounces = new LinkedHashMap<>();
		for (BounceCount count : stats.bounces()) {
			add(bounces, (count.type() != null) ? count.type().value() : count.name(),
					(count.count() != null) ? count.count() : 0);
		}
		report.put("deliveryStats", Map.of("inactiveMails", (stats.inactiveMails() != null) ? stats.inactiveMails() : 0,
				"bounces", bounces));
		List<Map<String, Object>> streams = new ArrayList<>();
		report.put("streams", streams);
		for (MessageStream stream : client.messageStreams().list(MessageStreamQuery.create()).messageStreams()) {
			Map<String, Object> entry = new LinkedHashMap<>();
			streams.add(entry);
			entry.put("id", text(stream.id()));
			if (stream.type() != null) {
				entry.put("type", text(stream.type().value()));
			}
			if (!StreamType.INBOUND.equals(stream.type())) {
				Map<String, Integer> suppressions = new LinkedHashMap<>();
				for (Suppression suppression : client.suppressions()
					.dump(stream.id(), SuppressionQuery.create())
					.suppressions()) {
					add(suppressions, (suppression.reason() != null) ? suppression.reason().value() : null, 1);
				}
				entry.put("suppressions", suppressions);
			}
		}
	}

	private static void add(Map<String, Integer> counts, @Nullable String kind, int count) {
		String name = text(kind);
		counts.merge((counts.size() < MOST || counts.containsKey(name)) ? name : "Others", count, Integer::sum);
	}

	/** The words of an enumeration, or whatever came in their place. */
	private static String text(@Nullable String text) {
		return (text != null) ? ForeignText.oneLine(text, MOST) : "Unknown";
	}

}
