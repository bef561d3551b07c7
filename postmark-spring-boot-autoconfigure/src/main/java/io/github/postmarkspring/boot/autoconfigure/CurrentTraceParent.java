package io.github.postmarkspring.boot.autoconfigure;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes the current trace context as W3C has it.
 */
class CurrentTraceParent implements TraceParents {

	private final ObjectProvider<Tracer> tracer;

	CurrentTraceParent(ObjectProvider<Tracer> tracer) {
		this.tracer = tracer;
	}

	@Override
	public @Nullable String get() {
		Tracer tracer = this.tracer.getIfUnique();
		TraceContext context = (tracer != null) ? tracer.currentTraceContext().context() : null;
		if (context == null || context.traceId().isEmpty() || context.traceId().length() > 32) {
			return null;
		}
		// Brave may have ids of half the length.
		String traceId = "0".repeat(32 - context.traceId().length()) + context.traceId();
		return "00-" + traceId + "-" + context.spanId() + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
	}

}
