package io.github.postmarkspring.boot.autoconfigure;

import java.util.Objects;

import io.github.postmarkspring.client.http.RememberedValues;
import io.github.postmarkspring.client.http.RequestObservationContext;
import io.github.postmarkspring.client.message.SendObservationContext;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Times messages and the requests of our clients as Micrometer's handler does for all
 * observations, for a fraction of what that costs: it sorts the same few tags and looks
 * the timer up each time, and keeps a list of what is under way, which our gauge tells
 * without one.
 */
class PostmarkMeterObservationHandler implements MeterObservationHandler<Observation.Context> {

	private final MeterRegistry registry;

	private final MeterObservationHandler<Observation.Context> events;

	private final RememberedValues<Told, Timer> timers = new RememberedValues<>();

	PostmarkMeterObservationHandler(MeterRegistry registry) {
		this.registry = registry;
		this.events = new DefaultMeterObservationHandler(registry, IgnoredMeters.LONG_TASK_TIMER);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof SendObservationContext || context instanceof RequestObservationContext;
	}

	@Override
	public void onStart(Observation.Context context) {
		context.put(Timer.Sample.class, Timer.start(this.registry));
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		this.events.onEvent(event, context);
	}

	@Override
	public void onStop(Observation.Context context) {
		Timer.Sample sample = context.getRequired(Timer.Sample.class);
		sample.stop(this.timers.get(new Told(Objects.requireNonNull(context.getName()),
				context.getLowCardinalityKeyValues(), error(context.getError())), this::timer));
	}

	private Timer timer(Told told) {
		return this.registry.timer(told.name(), MeterSendListener.tags(told.keyValues()).and("error", told.error()));
	}

	private static String error(@Nullable Throwable error) {
		return (error != null) ? error.getClass().getSimpleName() : "none";
	}

	private record Told(String name, KeyValues keyValues, String error) {
	}

}
