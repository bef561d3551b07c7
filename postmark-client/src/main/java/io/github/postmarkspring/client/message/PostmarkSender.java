package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;

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

}
