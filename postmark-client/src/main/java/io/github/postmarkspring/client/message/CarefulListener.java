package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells listeners, and keeps what they throw, an error included, from making a failure of
 * a mail that is on its way.
 */
class CarefulListener {

	private static final Log logger = LogFactory.getLog(SendListener.class);

	private final Supplier<List<SendListener>> listeners;

	CarefulListener(Supplier<List<SendListener>> listeners) {
		this.listeners = listeners;
	}

	void onOutcome(String server, String stream, BatchItem outcome) {
		tell((listener) -> listener.onOutcome(server, stream, outcome));
	}

	void onOutcomes(String server, List<BatchItem> outcomes) {
		tell((listener) -> listener.onOutcomes(server, outcomes));
	}

	void onReconciliation(String server, OutboundMessage message, Reconciliation reconciliation) {
		tell((listener) -> listener.onReconciliation(server, message, reconciliation));
	}

	private void tell(Consumer<SendListener> what) {
		for (SendListener listener : listeners()) {
			try {
				what.accept(listener);
			}
			catch (Throwable ex) {
				// Without the message of the exception, which may quote the mail.
				logger.warn("A listener failed with what became of a message: " + ex.getClass().getName());
			}
		}
	}

	/**
	 * Have the listeners made. Before a message is sent, because an application that ends
	 * makes none any more.
	 */
	void prepare() {
		listeners();
	}

	private List<SendListener> listeners() {
		try {
			return this.listeners.get();
		}
		catch (Throwable ex) {
			logger.warn("There are no listeners for what becomes of messages: " + ex.getClass().getName());
			return List.of();
		}
	}

}
