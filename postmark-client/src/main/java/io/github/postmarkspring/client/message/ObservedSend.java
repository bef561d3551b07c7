package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.CarefulObservation;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A send that is observed, from its beginning to its end.
 */
class ObservedSend {

	static final ObservedSend NONE = new ObservedSend(CarefulObservation.start(() -> Observation.NOOP), null);

	private final CarefulObservation observation;

	private final @Nullable SendObservationContext context;

	ObservedSend(CarefulObservation observation, @Nullable SendObservationContext context) {
		this.observation = observation;
		this.context = context;
	}

	/**
	 * Send, on whatever thread, and end the observation, however that ends.
	 */
	<T> T call(Supplier<T> sending) {
		return this.observation.call(() -> {
			try {
				return sending.get();
			}
			catch (Throwable ex) {
				if (!(ex instanceof PostmarkException)) {
					this.observation.error(ex);
				}
				throw ex;
			}
		});
	}

	/** Say what became of the messages: before {@link #call} ends. */
	void settle(List<BatchItem> outcomes) {
		if (this.context == null) {
			return;
		}
		this.context.setOutcomes(outcomes);
		PostmarkException reason = outcomes.isEmpty() ? null : outcomes.get(0).reason();
		if (reason != null && outcomes.stream().noneMatch(BatchItem.Accepted.class::isInstance)) {
			this.observation.error(reason);
		}
	}

}
