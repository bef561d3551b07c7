package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
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
		Observation created = Observation.NOOP;
		try {
			created = observation.get();
			return new CarefulObservation(created.start());
		}
		catch (Throwable ex) {
			failed(ex);
			// Some handlers may have started it.
			carefully(created::stop);
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
		if (this.observation == Observation.NOOP) {
			// That one is shared by all that is not observed, and keeps nothing of any.
			return;
		}
		ObservationRegistry registry = this.observation.getObservationRegistry();
		this.outer = registry.getCurrentObservationScope();
		try {
			this.scope = this.observation.openScope();
		}
		catch (Throwable ex) {
			failed(ex);
			// Handlers before the one that failed have opened it.
			Observation.Scope opened = registry.getCurrentObservationScope();
			if (opened != null && opened != this.outer) {
				this.scope = opened;
			}
		}
	}

	/**
	 * Make its scope the current one again, of which something else has taken the place.
	 */
	void resume() {
		if (!this.scope.isNoop()) {
			this.observation.getObservationRegistry().setCurrentObservationScope(this.scope);
		}
	}

	/** Close the scope, in the same thread, and end the observation. */
	void leave() {
		if (this.observation == Observation.NOOP) {
			return;
		}
		carefully(this.scope::close);
		// What failed may have left it there, for whatever the thread does next.
		this.observation.getObservationRegistry().setCurrentObservationScope(this.outer);
		carefully(this.observation::stop);
	}

	/**
	 * Say that it failed.
	 * @param failure why: its class is told and not its text, which may quote addresses
	 */
	public void error(Throwable failure) {
		tell(new UnquotedFailure(failure));
	}

	/** Say that it failed as a request does. */
	void requestError(Throwable failure) {
		tell(UnquotedFailure.ofRequest(failure));
	}

	private void tell(Throwable unquoted) {
		carefully(() -> this.observation.error(unquoted));
	}

	/** An error in it, as of a library that does not fit, must not cost a mail either. */
	private static void carefully(Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			failed(ex);
		}
	}

	/** Without its message, which may quote the mail. */
	private static void failed(Throwable ex) {
		logger.warn("An observation failed: ".concat(ex.getClass().getName()));
	}

}
