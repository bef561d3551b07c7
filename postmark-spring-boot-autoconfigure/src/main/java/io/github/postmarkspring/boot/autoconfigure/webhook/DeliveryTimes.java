package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
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
 * have one.
 */
class DeliveryTimes implements SendListener, EventInstrumentation {

	static final String NAME = "postmark.delivery";

	static final int MOST = 20_000;

	private static final Log logger = LogFactory.getLog(DeliveryTimes.class);

	private final FewValues streams = new FewValues();

	private final Meter.MeterProvider<Timer> timer;

	private final Map<String, Instant> accepted = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > MOST;
		}

	};

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
			synchronized (this.accepted) {
				this.accepted.put(message.result().messageId(), time);
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

	private void measure(DeliveryEvent delivery) {
		Instant sent = sent(delivery);
		if (sent != null) {
			OffsetDateTime deliveredAt = delivery.deliveredAt();
			Duration time = Duration.between(sent, (deliveredAt != null) ? deliveredAt.toInstant() : Instant.now());
			this.timer.withTags("server", delivery.server(), "stream", this.streams.of(delivery.messageStream()))
				.record(time.isNegative() ? Duration.ZERO : time);
		}
	}

	/** Kept, because each recipient has an event of his own. */
	private @Nullable Instant sent(DeliveryEvent delivery) {
		Instant time;
		synchronized (this.accepted) {
			time = this.accepted.get(delivery.messageId());
		}
		String key = (time == null && this.keyName != null) ? delivery.metadata().get(this.keyName) : null;
		return (key != null) ? ReconciliationKey.sentAt(key) : time;
	}

}
