package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells listeners, and keeps what they throw from making a failure of a mail that is on
 * its way.
 */
class CarefulListener implements SendListener {

	private static final Log logger = LogFactory.getLog(SendListener.class);

	private final Supplier<List<SendListener>> listeners;

	CarefulListener(Supplier<List<SendListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onOutcome(String server, BatchItem outcome) {
		this.listeners.get().forEach((listener) -> tell(listener, server, outcome));
	}

	private static void tell(SendListener listener, String server, BatchItem outcome) {
		try {
			listener.onOutcome(server, outcome);
		}
		catch (RuntimeException ex) {
			// Without the message of the exception, which may quote the mail.
			logger.warn("A listener failed with what became of a message: " + ex.getClass().getName());
		}
	}

}
