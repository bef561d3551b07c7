package io.github.postmarkspring.client.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.http.CarefulConvention;
import io.github.postmarkspring.client.http.CarefulObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes how messages are sent, see {@link SendObservationDocumentation}.
 *
 * @since 0.1.0
 */
public final class SendObservations {

	/** Observes nothing, and costs nothing. */
	public static final SendObservations NONE = new SendObservations(ObservationRegistry.NOOP, null, () -> null);

	/** The name that the trace context has in the metadata of messages. */
	public static final String TRACE_PARENT = "traceparent";

	private final ObservationRegistry registry;

	private final @Nullable ObservationConvention<SendObservationContext> convention;

	private final TraceMetadata metadata;

	private final SendObservationConvention send = new DefaultSendObservationConvention(
			SendObservationDocumentation.SEND.getName());

	private final SendObservationConvention batch = new DefaultSendObservationConvention(
			SendObservationDocumentation.BATCH.getName());

	/**
	 * Create an instance.
	 * @param registry where to observe
	 * @param convention what to tell, {@code null} for what
	 * {@link DefaultSendObservationConvention} does
	 * @param traceParent gives the current trace context as the W3C's {@code traceparent}
	 * is written, to be added to the metadata of messages, or {@code null} for nothing
	 */
	public SendObservations(ObservationRegistry registry, @Nullable SendObservationConvention convention,
			Supplier<@Nullable String> traceParent) {
		this.registry = registry;
		this.convention = (convention != null) ? new CarefulConvention<>(convention) : null;
		this.metadata = new TraceMetadata(traceParent);
	}

	/**
	 * Check that defaults leave a place for the trace context, if every message is to
	 * have it.
	 * @param defaults the defaults
	 * @return the defaults, with the place taken: for what else needs one
	 * @throws IllegalArgumentException if they do not, so that no message could be sent
	 */
	public static MessageDefaults traced(MessageDefaults defaults) {
		try {
			TraceMetadata.checkPlace(defaults.metadata());
		}
		catch (InvalidMessageException ex) {
			throw new IllegalArgumentException(ex.apiMessage(), ex);
		}
		Map<String, String> metadata = new LinkedHashMap<>(defaults.metadata());
		metadata.put(TRACE_PARENT, "");
		return new MessageDefaults(defaults.from(), defaults.replyTo(), defaults.messageStream(), defaults.tag(),
				defaults.trackOpens(), defaults.trackLinks(), defaults.headers(), metadata);
	}

	TraceMetadata metadata() {
		return this.metadata;
	}

	/**
	 * Begin a message. To be called by the thread of the caller, whose observation it is
	 * part of, whatever thread sends it.
	 */
	ObservedSend begin(SenderSetup setup, OutboundMessage message) {
		return begin(setup, List.of(message), SendObservationDocumentation.SEND, this.send);
	}

	/** Begin messages that go out together, as the other does. */
	ObservedSend begin(SenderSetup setup, BatchWindow window) {
		return this.registry.isNoop() ? ObservedSend.NONE
				: begin(setup, window.given(), SendObservationDocumentation.BATCH, this.batch);
	}

	private ObservedSend begin(SenderSetup setup, List<OutboundMessage> messages, SendObservationDocumentation what,
			SendObservationConvention byDefault) {
		if (this.registry.isNoop()) {
			return ObservedSend.NONE;
		}
		SendObservationContext context = new SendObservationContext(setup.server(), messages,
				setup.defaults().messageStream());
		// With its name, because a convention of the user's may have none.
		return new ObservedSend(CarefulObservation.start(() -> (this.convention != null)
				? Observation.createNotStarted(what.getName(), () -> context, this.registry)
					.observationConvention(this.convention)
				: Observation.createNotStarted(null, byDefault, () -> context, this.registry)), context);
	}

}
