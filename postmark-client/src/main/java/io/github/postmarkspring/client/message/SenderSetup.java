package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * How a sender sends.
 *
 * @param server the name of its server, for logs and metrics
 * @param defaults what messages say where they are silent
 * @param batch how many messages are cut into requests
 * @param reconciliation what to do about messages of which it is not known whether they
 * were accepted
 * @param listeners gives who is told what became of every message
 * @param async the threads for what is not sent on the caller's
 * @param observations observes what is sent
 * @since 0.1.0
 */
public record SenderSetup(String server, MessageDefaults defaults, BatchSettings batch,
		ReconciliationSettings reconciliation, Supplier<List<SendListener>> listeners, SendThreads async,
		SendObservations observations) {

	/**
	 * Create a setup with threads of one's own.
	 * @param server the name of its server, for logs and metrics
	 * @param defaults what messages say where they are silent
	 * @param batch how many messages are cut into requests
	 * @param reconciliation what to do about messages of which it is not known whether
	 * they were accepted
	 * @param listeners gives who is told what became of every message
	 * @param async runs what sends messages while the caller goes on
	 * @param observations observes what is sent
	 */
	public SenderSetup(String server, MessageDefaults defaults, BatchSettings batch,
			ReconciliationSettings reconciliation, Supplier<List<SendListener>> listeners, Executor async,
			SendObservations observations) {
		this(server, defaults, batch, reconciliation, listeners, new SendThreads(async), observations);
	}

}
