package io.github.postmarkspring.client.signature;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

import org.springframework.util.Assert;

/**
 * A sender signature to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
public final class NewSenderSignature extends JsonRequest<NewSenderSignature> {

	private NewSenderSignature(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a signature.
	 * @param fromEmail the address
	 * @param name the name of the sender
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewSenderSignature of(String fromEmail, String name) {
		return new NewSenderSignature(Map.of()).field("FromEmail", required("fromEmail", fromEmail))
			.field("Name", required("name", name));
	}

	@Override
	protected NewSenderSignature with(Map<String, Object> fields) {
		return new NewSenderSignature(fields);
	}

	/**
	 * Set where answers go.
	 * @param replyTo where answers go
	 * @return a new request
	 */
	public NewSenderSignature replyTo(String replyTo) {
		return field("ReplyToEmail", replyTo);
	}

	/**
	 * Set the domain that bounces come back to, below the domain itself.
	 * @param returnPathDomain the domain that bounces come back to
	 * @return a new request
	 */
	public NewSenderSignature returnPathDomain(String returnPathDomain) {
		return field("ReturnPathDomain", returnPathDomain);
	}

	/**
	 * Set what is added to the mail that asks for confirmation, up to 400 characters.
	 * @param confirmationNote what is added to the mail that asks for confirmation
	 * @return a new request
	 */
	public NewSenderSignature confirmationNote(String confirmationNote) {
		return field("ConfirmationPersonalNote", note(confirmationNote));
	}

	private static String note(String note) {
		Assert.isTrue(note.length() <= 400,
				() -> "'confirmationNote' must have 400 characters at most, not " + note.length());
		return note;
	}

}
