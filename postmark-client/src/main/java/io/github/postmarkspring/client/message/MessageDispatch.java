package io.github.postmarkspring.client.message;

import java.util.List;

import io.github.postmarkspring.client.error.PostmarkException;

/**
 * Hands over messages that are checked and written, and tells what became of them.
 */
interface MessageDispatch {

	/**
	 * Hand over one message.
	 * @throws PostmarkException if it was not accepted, or may not have been
	 */
	SendResult send(PreparedMessage message);

	/**
	 * Hand over messages of one kind in one request. Never fails: what went wrong is what
	 * became of a message.
	 * @return what became of each, in any order
	 */
	List<BatchItem> sendAll(List<PreparedMessage> messages);

}
