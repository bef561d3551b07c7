package io.github.postmarkspring.emulator.email;

import java.util.List;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.AddressParser;
import io.github.postmarkspring.emulator.message.Envelope;

/**
 * Checks who writes and to whom. Any sender will do: signatures are not emulated.
 */
final class EnvelopeCheck {

	private static final int MAX_RECIPIENTS = 50;

	private static final int MAX_FROM = 255;

	private static final AddressParser FROM = new AddressParser("From");

	private static final AddressParser TO = new AddressParser("To");

	private static final AddressParser CC = new AddressParser("Cc");

	private static final AddressParser BCC = new AddressParser("Bcc");

	private static final AddressParser REPLY_TO = new AddressParser("Reply-To");

	private EnvelopeCheck() {
	}

	/**
	 * Checks From, then the recipients.
	 * @throws ApiException with code 300
	 */
	static Envelope check(EmailRequest request) {
		Address from = from(request);
		// One more than allowed is enough to know that there are too many.
		List<Address> to = TO.parse(request.to(), MAX_RECIPIENTS + 1);
		List<Address> cc = CC.parse(request.cc(), MAX_RECIPIENTS + 1);
		List<Address> bcc = BCC.parse(request.bcc(), MAX_RECIPIENTS + 1);
		int total = to.size() + cc.size() + bcc.size();
		if (total == 0) {
			throw ApiException.unprocessable(300, "A recipient is required in 'To', 'Cc' or 'Bcc'.");
		}
		if (total > MAX_RECIPIENTS) {
			throw ApiException.unprocessable(300,
					"'To', 'Cc' and 'Bcc' are limited to " + MAX_RECIPIENTS + " recipients in total.");
		}
		return new Envelope(from, to, cc, bcc, REPLY_TO.parse(request.replyTo(), MAX_RECIPIENTS));
	}

	/**
	 * Of several addresses in From, Postmark has been seen to use the first.
	 */
	private static Address from(EmailRequest request) {
		String value = (request.from() != null) ? request.from() : "";
		if (value.length() > MAX_FROM) {
			throw ApiException.unprocessable(300, "'From' is limited to " + MAX_FROM + " characters.");
		}
		List<Address> from = FROM.parse(value, 1);
		if (from.isEmpty()) {
			throw FROM.invalid(value);
		}
		return from.get(0);
	}

}
