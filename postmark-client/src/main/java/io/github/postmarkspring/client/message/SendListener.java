package io.github.postmarkspring.client.message;

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

}
