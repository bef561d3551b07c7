package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * An observation whose handlers and conventions may fail as they like: what they are
 * about is done all the same, and ends as it ends.
 *
 * @since 0.1.0
 */
public final class CarefulObservation {

	private static final Log logger = LogFactory.getLog(CarefulObservation.class);

	private final Observation observation;

	private Observation.Scope scope = Observation.Scope.NOOP;

	private Observation.@Nullable Scope outer;

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
		enter();
		try {
			return action.get();
		}
		finally {
			leave();
		}
	}

	/** Open its scope. */
	void enter() {
		this.outer = this.observation.getObservationRegistry().getCurrentObservationScope();
		try {
			this.scope = this.observation.openScope();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	/** Close the scope, in the same thread, and end the observation. */
	void leave() {
		try {
			this.scope.close();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
		// What failed may have left it there, for whatever the thread does next.
		this.observation.getObservationRegistry().setCurrentObservationScope(this.outer);
		try {
			this.observation.stop();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	/**
	 * Say that it failed.
	 * @param failure why
	 */
	public void error(Throwable failure) {
		try {
			this.observation.error(failure);
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
