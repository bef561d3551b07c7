package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * An observation whose handlers and conventions may fail as they like: what they are
 * about is done all the same, and ends as it ends.
 *
 * @since 0.1.0
 */
public final class CarefulObservation {

	private static final Log logger = LogFactory.getLog(CarefulObservation.class);

	private final Observation observation;

	private CarefulObservation(Observation observation) {
		this.observation = observation;
	}

	/**
	 * Start one.
	 * @param observation creates it
	 * @return the observation, or one that does nothing if that failed
	 */
	public static CarefulObservation start(Supplier<Observation> observation) {
		try {
			return new CarefulObservation(observation.get().start());
		}
		catch (RuntimeException ex) {
			failed(ex);
			return new CarefulObservation(Observation.NOOP);
		}
	}

	/**
	 * Do what is observed, in its scope, and end the observation.
	 * @param <T> what comes of it
	 * @param action does it
	 * @return what came of it
	 */
	public <T> T call(Supplier<T> action) {
		ObservationRegistry registry = this.observation.getObservationRegistry();
		Observation.Scope outer = registry.getCurrentObservationScope();
		Observation.Scope scope = open();
		try {
			return action.get();
		}
		finally {
			carefully(scope::close);
			// What failed may have left it there, for whatever the thread does next.
			registry.setCurrentObservationScope(outer);
			carefully(this.observation::stop);
		}
	}

	private Observation.Scope open() {
		try {
			return this.observation.openScope();
		}
		catch (RuntimeException ex) {
			failed(ex);
			return Observation.Scope.NOOP;
		}
	}

	/**
	 * Say that it failed.
	 * @param failure why
	 */
	public void error(Throwable failure) {
		carefully(() -> this.observation.error(failure));
	}

	private static void carefully(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	/** Without its message, which may quote the mail. */
	private static void failed(RuntimeException ex) {
		logger.warn("An observation failed: ".concat(ex.getClass().getName()));
	}

}
