package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Has an event handled in the trace in which its message was sent, if that came back with
 * it.
 */
class JoinedTraces implements EventInstrumentation {

	/** As W3C has it, version 00. Whatever looks otherwise is left alone. */
	private static final Pattern TRACE_PARENT = Pattern
		.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]([0-9a-f])");

	private final ObjectProvider<Tracer> tracer;

	JoinedTraces(ObjectProvider<Tracer> tracer) {
		this.tracer = tracer;
	}

	@Override
	public void publish(WebhookEvent event, Runnable publishing) {
		Tracer tracer = this.tracer.getIfUnique();
		Matcher matcher = TRACE_PARENT.matcher(event.metadata().getOrDefault(SendObservations.TRACE_PARENT, ""));
		if (tracer == null || !matcher.matches()) {
			publishing.run();
			return;
		}
		boolean sampled = (Character.digit(matcher.group(3).charAt(0), 16) & 1) == 1;
		TraceContext context = tracer.traceContextBuilder()
			.traceId(matcher.group(1))
			.spanId(matcher.group(2))
			.sampled(sampled)
			.build();
		try (CurrentTraceContext.Scope scope = tracer.currentTraceContext().newScope(context)) {
			publishing.run();
		}
	}

}
