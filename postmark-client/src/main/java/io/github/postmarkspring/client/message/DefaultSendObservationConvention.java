package io.github.postmarkspring.client.message;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.http.FewValues;
import io.github.postmarkspring.client.http.RememberedValues;
import io.github.postmarkspring.client.message.SendObservationDocumentation.HighCardinalityKeyNames;
import io.github.postmarkspring.client.message.SendObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Tells what {@link SendObservationDocumentation} says. What an application makes up, as
 * it likes and at run time, is told apart up to a number of values.
 *
 * @since 0.1.0
 */
public class DefaultSendObservationConvention implements SendObservationConvention {

	private static final String NONE = "none";

	private final @Nullable String name;

	/** They are few, asked for several times for each message, and costly to sort. */
	private final RememberedValues<Values, KeyValues> keyValues = new RememberedValues<>();

	private final FewValues streams = new FewValues();

	private final FewValues templates = new FewValues();

	/**
	 * Create a convention that keeps the names of the observations.
	 */
	public DefaultSendObservationConvention() {
		this(null);
	}

	/**
	 * Create a convention.
	 * @param name the name of the observations, or {@code null} to keep theirs
	 */
	public DefaultSendObservationConvention(@Nullable String name) {
		this.name = name;
	}

	@Override
	public @Nullable String getName() {
		return this.name;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(SendObservationContext context) {
		List<BatchItem> outcomes = context.outcomes();
		// Something broke off that nobody has foreseen: it may have been sent.
		boolean lost = outcomes.isEmpty() && context.getError() != null;
		return this.keyValues.get(new Values(context.server(),
				common(context.messages(), (message) -> this.streams.of(context.stream(message))),
				common(context.messages(), this::template),
				lost ? "unknown" : common(outcomes, DefaultSendObservationConvention::outcome),
				common(outcomes, DefaultSendObservationConvention::errorCode)), Values::told);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(SendObservationContext context) {
		if (context.messages().size() != 1) {
			return KeyValues.of(HighCardinalityKeyNames.MESSAGES.withValue(String.valueOf(context.messages().size())));
		}
		if (!context.outcomes().isEmpty() && context.outcomes().get(0) instanceof BatchItem.Accepted accepted) {
			return KeyValues.of(HighCardinalityKeyNames.MESSAGE_ID.withValue(accepted.result().messageId()));
		}
		return KeyValues.empty();
	}

	private String template(OutboundMessage message) {
		if (!(message instanceof TemplatedEmail email)) {
			return NONE;
		}
		return this.templates.of((email.templateId() != null) ? email.templateId().toString() : email.templateAlias());
	}

	private static String outcome(BatchItem item) {
		if (item instanceof BatchItem.Accepted) {
			return "accepted";
		}
		if (item instanceof BatchItem.Rejected) {
			return "rejected";
		}
		return (item instanceof BatchItem.Unknown) ? "unknown" : "not-attempted";
	}

	private static String errorCode(BatchItem item) {
		if (!(item instanceof BatchItem.Rejected rejected)) {
			return NONE;
		}
		PostmarkApiException reason = rejected.reason();
		if (reason.errorCode() == 0) {
			return (reason.status() != null) ? "http-" + reason.status().value() : NONE;
		}
		return (reason.errorCode() > 0 && reason.errorCode() < 10_000) ? String.valueOf(reason.errorCode()) : "other";
	}

	private static <T> String common(List<T> all, Function<T, String> value) {
		if (all.size() == 1) {
			return value.apply(all.get(0));
		}
		Iterator<T> items = all.iterator();
		String first = items.hasNext() ? value.apply(items.next()) : NONE;
		while (items.hasNext()) {
			if (!value.apply(items.next()).equals(first)) {
				return "mixed";
			}
		}
		return first;
	}

	private record Values(String server, String stream, String template, String outcome, String errorCode) {

		KeyValues told() {
			return KeyValues.of(LowCardinalityKeyNames.SERVER.withValue(this.server),
					LowCardinalityKeyNames.STREAM.withValue(this.stream),
					LowCardinalityKeyNames.TEMPLATE.withValue(this.template),
					LowCardinalityKeyNames.OUTCOME.withValue(this.outcome),
					LowCardinalityKeyNames.ERROR_CODE.withValue(this.errorCode));
		}

	}

}
