package io.github.postmarkspring.client.message;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages through Postmark. This is what applications inject.
 *
 * <pre class="code">
 * SendResult result = sender.send(Email.builder()
 *     .to("ann@mail.example")
 *     .subject("Order 42")
 *     .textBody("Thanks")
 *     .build());
 * </pre>
 *
 * Safe for use by many threads at once.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public interface PostmarkSender {

	/**
	 * Send one message.
	 * @param message the message
	 * @return what Postmark said when it accepted the message
	 * @throws InvalidMessageException if the message cannot be sent as it is
	 * @throws InactiveRecipientsException if all recipients are suppressed
	 * @throws InvalidTokenException if Postmark does not accept the token
	 * @throws AmbiguousSendException if it is not known whether the message was accepted:
	 * sent again, it may arrive twice. This is a {@link PostmarkTransportException} too
	 * @throws PostmarkTransportException if Postmark could not be reached. Nothing was
	 * sent, unless {@link PostmarkException#mayHaveBeenSent()} says otherwise
	 * @throws PostmarkException for every other way in which it was not sent
	 */
	SendResult send(OutboundMessage message);

	/**
	 * Look up once whether Postmark has accepted a message, in the message stream that
	 * messages of this sender go to where they name none. For an application that does
	 * not know, because it was stopped while it sent.
	 * @param reconciliationKey the key of the message
	 * @return the message, or nothing if there is none with this key. That is evidence
	 * that it was not accepted, and no proof: Postmark does not say how late a message
	 * can appear in its search, and it forgets messages after some weeks
	 * @throws IllegalArgumentException if it cannot be the key of a message
	 * @throws PostmarkException if Postmark refuses or cannot be reached, so that nothing
	 * is known
	 * @see OutboundMessageBuilder#reconciliationKey
	 */
	default Optional<SendResult> findSent(String reconciliationKey) {
		return findSent(reconciliationKey, null);
	}

	/**
	 * Look up once whether Postmark has accepted a message.
	 * @param reconciliationKey the key of the message
	 * @param messageStream the id of the message stream it went to, or {@code null} for
	 * the one that messages go to where they name none
	 * @return the message, or nothing if there is none with this key
	 * @throws IllegalArgumentException if it cannot be the key of a message
	 * @throws PostmarkException if Postmark refuses or cannot be reached, so that nothing
	 * is known
	 * @see #findSent(String)
	 */
	Optional<SendResult> findSent(String reconciliationKey, @Nullable String messageStream);

	/**
	 * Send one message on a thread of its own: a virtual one where the JDK has them. The
	 * model of a template is read here and now, the contents of attachments when the
	 * message is sent.
	 * @param message the message
	 * @return what Postmark said when it accepted the message, or a
	 * {@link PostmarkException} as of {@link #send(OutboundMessage)}. At most 10,000
	 * messages wait: one more fails at once with a {@link PostmarkTransportException},
	 * and so do those that wait when the application ends. Neither was sent. To cancel it
	 * does not keep the message from being sent
	 */
	CompletableFuture<SendResult> sendAsync(OutboundMessage message);

	/**
	 * Send one message when the transaction of this thread is committed, and not at all
	 * if it is rolled back, as a whole or to a savepoint before this call. It goes out on
	 * a thread of {@link #sendAsync(OutboundMessage)}, so that nothing of the transaction
	 * waits for Postmark. Without a transaction it goes out at once. What is called when
	 * a transaction is over needs a new one, or none: it is not known of one that takes
	 * part in the old one whether it was committed, so nothing is sent.
	 * <p>
	 * The message is checked and written here and now: what it cannot be sent for is
	 * thrown in time to roll the transaction back, and its template model may belong to
	 * the transaction. The contents of attachments are read when it is sent. What goes
	 * wrong after the commit does not undo it; a process that ends between the commit and
	 * the sending takes the message with it.
	 * @param message the message
	 * @return what Postmark said when it accepted the message, or a
	 * {@link PostmarkException} as of {@link #sendAsync(OutboundMessage)}. If the
	 * transaction was rolled back, that is a
	 * {@link java.util.concurrent.CancellationException}, of which no
	 * {@link SendListener} hears. Whoever waits for it inside the transaction waits for
	 * ever: it is no {@code Future} for that reason
	 * @throws InvalidMessageException if the message cannot be sent as it is
	 */
	CompletionStage<SendResult> sendAfterCommit(OutboundMessage message);

	/**
	 * Send many messages, of both kinds and of any number. They are cut into requests as
	 * large as Postmark takes, several of which are under way at once. A message that is
	 * invalid does not keep others from being sent, and neither does a request that
	 * fails.
	 * @param messages the messages, taken one by one while earlier ones are sent
	 * @return what became of each, in the order given
	 * @throws BatchAbortedException if {@code messages} failed, the thread was
	 * interrupted, or a request failed with an {@code Error} or for want of a thread; it
	 * has what became of the messages before
	 */
	BatchResult sendAll(Iterable<? extends OutboundMessage> messages);

	/**
	 * Send many messages that need not be in memory at once, nor their results.
	 * @param messages the messages, taken one by one while earlier ones are sent
	 * @param results gets what became of each message, in the order given and on the
	 * calling thread, while later ones are still to be sent: progress can be told from it
	 * @throws BatchAbortedException if {@code messages} or {@code results} failed, the
	 * thread was interrupted, or a request failed with an {@code Error} or for want of a
	 * thread. What became of every message that was taken was handed over, unless it was
	 * {@code results} that failed
	 */
	void sendAll(Iterable<? extends OutboundMessage> messages, Consumer<? super BatchItem> results);

	/**
	 * Send the messages of a stream, as {@link #sendAll(Iterable, Consumer) those of an
	 * Iterable}.
	 * @param messages the messages; the stream is not closed
	 * @param results gets what became of each message, in the order given
	 * @throws BatchAbortedException as of {@link #sendAll(Iterable, Consumer)}
	 */
	default void sendAll(Stream<? extends OutboundMessage> messages, Consumer<? super BatchItem> results) {
		Iterable<OutboundMessage> once = messages.map(OutboundMessage.class::cast)::iterator;
		sendAll(once, results);
	}

}
