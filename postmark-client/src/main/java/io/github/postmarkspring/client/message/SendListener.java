package io.github.postmarkspring.client.message;

import java.util.List;

/**
 * Is told what became of every message, sent alone or with many: for logs, metrics and
 * records. It is called before the sender returns, on the thread that sent the message,
 * and what it throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SendListener {

	/**
	 * Called when it is settled what became of a message.
	 * @param server the name of the server it was sent with
	 * @param outcome what became of it; its index is that among the messages given, 0 for
	 * one sent alone
	 */
	void onOutcome(String server, BatchItem outcome);

	/**
	 * Called when it is settled what became of a message, with the stream that it was
	 * for, which the message itself need not name. Calls
	 * {@link #onOutcome(String, BatchItem)} unless overridden.
	 * @param server the name of the server it was sent with
	 * @param stream the id of the message stream: the one that the message names, else
	 * that of the defaults of its sender, else Postmark's
	 * @param outcome what became of it; its index is that among the messages given, 0 for
	 * one sent alone
	 */
	default void onOutcome(String server, String stream, BatchItem outcome) {
		onOutcome(server, outcome);
	}

	/**
	 * Called when it is settled what became of all messages of one request, after
	 * {@link #onOutcome} was for each of them: for what would be said too often of
	 * hundreds that fail together. Does nothing unless overridden.
	 * @param server the name of the server they were sent with
	 * @param outcomes what became of them, one for a message sent alone
	 */
	default void onOutcomes(String server, List<BatchItem> outcomes) {
	}

	/**
	 * Called when a message was looked up of which it was not known whether it was
	 * accepted, and before it is sent again if it is. What became of it in the end comes
	 * to {@link #onOutcome} as well.
	 * @param server the name of the server it was sent with
	 * @param message the message
	 * @param reconciliation what came of it
	 */
	default void onReconciliation(String server, OutboundMessage message, Reconciliation reconciliation) {
	}

}
