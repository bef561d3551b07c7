package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.http.RememberedValues;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.Reconciliation;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendObservationContext;
import io.github.postmarkspring.client.message.SendObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Counts messages in {@value #MESSAGES}, sent alone or with many, and in
 * {@value #INACTIVE} the recipients that did not get one because they are suppressed:
 * with the keys of the observations. In {@value #RECONCILIATIONS} it counts what came of
 * looking messages up.
 */
class MeterSendListener implements SendListener {

	static final String MESSAGES = "postmark.messages";

	static final String INACTIVE = "postmark.inactive.recipients";

	static final String RECONCILIATIONS = "postmark.reconciliations";

	private final Meter.MeterProvider<Counter> messages;

	private final Meter.MeterProvider<Counter> inactive;

	private final Meter.MeterProvider<Counter> reconciliations;

	private final SendObservationConvention convention;

	/** The same few come again and again, and are costly to look up. */
	private final RememberedValues<KeyValues, Counter> counters = new RememberedValues<>();

	MeterSendListener(MeterRegistry registry, SendObservationConvention convention) {
		this.messages = Counter.builder(MESSAGES)
			.description("Messages, by what became of them")
			.withRegistry(registry);
		this.inactive = Counter.builder(INACTIVE)
			.description("Recipients that did not get a message because they are suppressed")
			.withRegistry(registry);
		this.reconciliations = Counter.builder(RECONCILIATIONS)
			.description("Messages of unknown outcome that were looked up, by what came of it")
			.withRegistry(registry);
		this.convention = convention;
	}

	@Override
	public void onOutcome(String server, BatchItem outcome) {
		onOutcome(server, MessageDefaults.none().stream(outcome.message().messageStream()), outcome);
	}

	@Override
	public void onOutcome(String server, String stream, BatchItem outcome) {
		SendObservationContext context = new SendObservationContext(server, List.of(outcome.message()), stream);
		context.setOutcomes(List.of(outcome));
		KeyValues keyValues = this.convention.getLowCardinalityKeyValues(context);
		this.counters.get(keyValues, (told) -> this.messages.withTags(tags(told))).increment();
		int inactive = inactive(outcome);
		if (inactive > 0) {
			this.inactive.withTags(tags(keyValues)).increment(inactive);
		}
	}

	@Override
	public void onReconciliation(String server, OutboundMessage message, Reconciliation reconciliation) {
		String outcome = reconciliation.name().toLowerCase(Locale.ROOT).replace('_', '-');
		this.reconciliations.withTags("server", server, "outcome", outcome).increment();
	}

	static Tags tags(KeyValues values) {
		return Tags.of(values.stream().map((value) -> Tag.of(value.getKey(), value.getValue())).toList());
	}

	private static int inactive(BatchItem outcome) {
		if (outcome instanceof BatchItem.Accepted accepted) {
			return accepted.result().inactiveRecipients().size();
		}
		return (outcome instanceof BatchItem.Rejected rejected
				&& rejected.reason() instanceof InactiveRecipientsException inactive) ? inactive.addresses().size() : 0;
	}

}
