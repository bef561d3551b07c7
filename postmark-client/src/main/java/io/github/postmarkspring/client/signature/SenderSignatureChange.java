package io.github.postmarkspring.client.signature;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

import org.springframework.util.Assert;

/**
 * What to change of a sender signature. Its address cannot be changed, and its name is
 * always sent.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
public final class SenderSignatureChange extends JsonRequest<SenderSignatureChange> {

	private SenderSignatureChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Change a signature.
	 * @param name the name of the sender, new or as it was
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static SenderSignatureChange named(String name) {
		return new SenderSignatureChange(Map.of()).field("Name", required("name", name));
	}

	@Override
	protected SenderSignatureChange with(Map<String, Object> fields) {
		return new SenderSignatureChange(fields);
	}

	/**
	 * Set where answers go.
	 * @param replyTo where answers go
	 * @return a new request
	 */
	public SenderSignatureChange replyTo(String replyTo) {
		return field("ReplyToEmail", replyTo);
	}

	/**
	 * Set the domain that bounces come back to, below the domain itself.
	 * @param returnPathDomain the domain that bounces come back to
	 * @return a new request
	 */
	public SenderSignatureChange returnPathDomain(String returnPathDomain) {
		return field("ReturnPathDomain", returnPathDomain);
	}

	/**
	 * Set what is added to the mail that asks for confirmation, up to 400 characters.
	 * @param confirmationNote what is added to the mail that asks for confirmation
	 * @return a new request
	 */
	public SenderSignatureChange confirmationNote(String confirmationNote) {
		return field("ConfirmationPersonalNote", note(confirmationNote));
	}

	private static String note(String note) {
		Assert.isTrue(note.length() <= 400,
				() -> "'confirmationNote' must have 400 characters at most, not " + note.length());
		return note;
	}

}
