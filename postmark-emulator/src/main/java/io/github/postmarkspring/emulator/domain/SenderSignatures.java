package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.server.Account;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sender signatures of the account.
 *
 * @since 0.1.0
 */
public final class SenderSignatures extends Registry<SenderSignatures.Signature> {

	private SenderSignatures() {
		super(ApiException.unprocessable(501, "This sender signature was not found."),
				ApiException.unprocessable(504, "The same sender signature exists already."));
	}

	/**
	 * Returns the signatures of an account.
	 * @param account the account
	 * @return its signatures
	 */
	public static SenderSignatures of(Account account) {
		return account.state(SenderSignatures.class, SenderSignatures::new);
	}

	/**
	 * Does what the owner of an address does by following the link in the confirmation
	 * mail.
	 * @param id the number of the signature
	 * @throws ApiException with code 501 if there is none
	 */
	public void confirm(long id) {
		change(id, (signature) -> new Signature(id, signature.email(), signature.name(), signature.replyTo(),
				signature.note(), true, signature.dns()));
	}

	record Signature(long id, String email, String name, String replyTo, String note, boolean confirmed, Dns dns) {

		ObjectNode item() {
			return Json.object()
				.put("Domain", this.dns.domain())
				.put("EmailAddress", this.email)
				.put("ReplyToEmailAddress", this.replyTo)
				.put("Name", this.name)
				.put("Confirmed", this.confirmed)
				.put("ID", this.id);
		}

		ObjectNode details() {
			return this.dns.describe(item()).put("ConfirmationPersonalNote", this.note);
		}

	}

}
