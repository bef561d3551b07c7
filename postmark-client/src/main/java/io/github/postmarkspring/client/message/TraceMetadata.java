package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.InvalidMessageException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts the trace context into the metadata of messages.
 */
class TraceMetadata {

	private static final Log logger = LogFactory.getLog(TraceMetadata.class);

	private static final String OFF = "or send it without the trace context (with Spring Boot: 'postmark.tracing.propagate=false')";

	private final Supplier<@Nullable String> traceParent;

	TraceMetadata(Supplier<@Nullable String> traceParent) {
		this.traceParent = traceParent;
	}

	/**
	 * Add the context, if there is one.
	 * @throws InvalidMessageException if there is no place for it
	 */
	OutboundMessage addTo(OutboundMessage message) {
		String value = current();
		if (value == null) {
			return message;
		}
		checkPlace(message.metadata());
		return new MessageDefaults(null, List.of(), null, null, null, null, List.of(),
				Map.of(SendObservations.TRACE_PARENT, value))
			.applyTo(message);
	}

	static void checkPlace(Map<String, String> metadata) {
		MessageChecks.checkPlaceInMetadata(metadata, SendObservations.TRACE_PARENT, "the trace context", OFF, OFF);
	}

	/** A tracer that fails must not cost a mail. */
	private @Nullable String current() {
		try {
			return this.traceParent.get();
		}
		catch (RuntimeException ex) {
			logger.warn("There is no trace context: ".concat(ex.getClass().getName()));
			return null;
		}
	}

}
