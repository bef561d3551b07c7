package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.http.FewValues;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.ReconciliationKey;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Measures in {@value #NAME} how long messages take to the mail server of the recipient.
 * It remembers when messages were accepted, as many as {@value #MOST}, so it knows those
 * that this instance has sent lately. Of others the reconciliation key tells, if they
 * have one. A delivery may come before Postmark's answer to the send has been read: the
 * last {@value #MOST_EARLY} that nothing is known of are kept for it.
 */
class DeliveryTimes implements SendListener, EventInstrumentation {

	static final String NAME = "postmark.delivery";

	static final int MOST = 20_000;

	static final int MOST_EARLY = 1_000;

	/** That Postmark takes for a message. */
	private static final int MOST_RECIPIENTS = 50;

	private static final Log logger = LogFactory.getLog(DeliveryTimes.class);

	private final FewValues streams = new FewValues();

	private final Meter.MeterProvider<Timer> timer;

	private final Map<String, Instant> accepted = latest(MOST);

	/** Guarded by the other map. */
	private final Map<String, List<Delivery>> early = latest(MOST_EARLY);

	private final @Nullable String keyName;

	/**
	 * Create an instance.
	 * @param keyName the name of the metadata with the key of a message, if known
	 */
	DeliveryTimes(MeterRegistry registry, @Nullable String keyName) {
		this.keyName = keyName;
		this.timer = Timer.builder(NAME)
			.description("Time until the mail server of a recipient had the message")
			.withRegistry(registry);
	}

	@Override
	public void onOutcome(String server, BatchItem outcome) {
		if (outcome instanceof BatchItem.Accepted message && !message.result().test()) {
			OffsetDateTime submittedAt = message.result().submittedAt();
			Instant time = (submittedAt != null) ? submittedAt.toInstant() : Instant.now();
			List<Delivery> waiting;
			synchronized (this.accepted) {
				this.accepted.put(message.result().messageId(), time);
				waiting = this.early.remove(message.result().messageId());
			}
			if (waiting != null) {
				waiting.forEach((delivery) -> record(delivery, time));
			}
		}
	}

	@Override
	public void publish(WebhookEvent event, Runnable publishing) {
		publishing.run();
		// Once it has been handled: an event that failed comes again.
		if (event instanceof DeliveryEvent delivery) {
			try {
				measure(delivery);
			}
			catch (RuntimeException ex) {
				logger.debug("The time of a delivery could not be measured", ex);
			}
		}
	}

	private void measure(DeliveryEvent event) {
		OffsetDateTime deliveredAt = event.deliveredAt();
		Delivery delivery = new Delivery(event.server(), event.messageStream(),
				(deliveredAt != null) ? deliveredAt.toInstant() : Instant.now());
		Instant sent;
		synchronized (this.accepted) {
			// Kept, because each recipient has an event of his own.
			sent = this.accepted.get(event.messageId());
			sent = (sent != null) ? sent : sentByKey(event);
			if (sent == null) {
				List<Delivery> waiting = this.early.computeIfAbsent(event.messageId(), (id) -> new ArrayList<>());
				if (waiting.size() < MOST_RECIPIENTS) {
					waiting.add(delivery);
				}
			}
		}
		if (sent != null) {
			record(delivery, sent);
		}
	}

	private @Nullable Instant sentByKey(DeliveryEvent event) {
		String key = (this.keyName != null) ? event.metadata().get(this.keyName) : null;
		return (key != null) ? ReconciliationKey.sentAt(key) : null;
	}

	private void record(Delivery delivery, Instant sent) {
		Duration time = Duration.between(sent, delivery.at());
		this.timer.withTags("server", delivery.server(), "stream", this.streams.of(delivery.stream()))
			.record(time.isNegative() ? Duration.ZERO : time);
	}

	private static <V> Map<String, V> latest(int most) {
		return new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
				return size() > most;
			}

		};
	}

	private record Delivery(String server, @Nullable String stream, Instant at) {

	}

}
