package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.Account;

/**
 * Whether mail may be sent from an address.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Email API</a>
 */
@FunctionalInterface
public interface SenderCheck {

	/**
	 * Lets everybody send.
	 */
	SenderCheck NONE = (email) -> {
	};

	/**
	 * Lets only those send who are known to the account.
	 * @param account the account
	 * @return the check
	 */
	static SenderCheck registered(Account account) {
		return (email) -> {
			String domain = email.substring(email.lastIndexOf('@') + 1);
			if (Domains.of(account).all().stream().anyMatch((known) -> known.verifies(domain))) {
				return;
			}
			SenderSignatures.Signature signature = SenderSignatures.of(account)
				.all()
				.stream()
				.filter((known) -> known.email().equalsIgnoreCase(email))
				.findFirst()
				.orElseThrow(() -> ApiException.unprocessable(400, "The 'From' address you supplied ("
						+ ApiException.quote(email) + ") is not a Sender Signature on your account. Please add and "
						+ "confirm this address in order to be able to use it in the 'From' field of your messages."));
			if (!signature.confirmed()) {
				throw ApiException.unprocessable(401, "The sender signature of the 'From' address is not confirmed.");
			}
		};
	}

	/**
	 * Checks a sender.
	 * @param email the bare address in {@code From}
	 * @throws ApiException with code 400 if there is neither a signature nor a verified
	 * domain, and 401 if the signature is not confirmed
	 */
	void check(String email);

}
