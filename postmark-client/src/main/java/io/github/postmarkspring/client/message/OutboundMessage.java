package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message to send: one with its own subject and bodies ({@link Email}), or one whose
 * content Postmark makes from a template ({@link TemplatedEmail}). Immutable; where it is
 * silent, {@link MessageDefaults} may speak.
 *
 * @since 0.1.0
 * @see PostmarkSender
 */
public sealed interface OutboundMessage permits Email, TemplatedEmail {

	/**
	 * Return the sender.
	 * @return the address, or {@code null} to leave it to the defaults
	 */
	@Nullable EmailAddress from();

	/**
	 * Return the recipients.
	 * @return the addresses
	 */
	List<EmailAddress> to();

	/**
	 * Return the recipients of a copy.
	 * @return the addresses
	 */
	List<EmailAddress> cc();

	/**
	 * Return the recipients of a copy that the others do not see.
	 * @return the addresses
	 */
	List<EmailAddress> bcc();

	/**
	 * Return where answers go.
	 * @return the addresses; if empty, it is left to the defaults, then to the sender
	 * signature
	 */
	List<EmailAddress> replyTo();

	/**
	 * Return the tag, by which Postmark can filter and count.
	 * @return the tag, or {@code null}
	 */
	@Nullable String tag();

	/**
	 * Return the headers of the user's own.
	 * @return the headers
	 */
	List<MessageHeader> headers();

	/**
	 * Return what the application wants to see again in searches and webhooks. No
	 * recipient ever sees it.
	 * @return the metadata
	 */
	Map<String, String> metadata();

	/**
	 * Return the key by which the message can be looked up afterwards.
	 * @return the key, or {@code null} if the application has given it none. The sender
	 * then makes one where it needs one
	 */
	@Nullable String reconciliationKey();

	/**
	 * Return the attachments.
	 * @return the attachments
	 */
	List<Attachment> attachments();

	/**
	 * Return the message stream.
	 * @return the id of a stream, or {@code null} for the default
	 */
	@Nullable String messageStream();

	/**
	 * Return whether opens are tracked.
	 * @return the choice, or {@code null} to leave it to the server's settings
	 */
	@Nullable Boolean trackOpens();

	/**
	 * Return where links are tracked.
	 * @return the choice, or {@code null} to leave it to the server's settings
	 */
	@Nullable TrackLinks trackLinks();

}
