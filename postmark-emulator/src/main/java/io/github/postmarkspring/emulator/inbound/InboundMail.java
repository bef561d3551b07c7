package io.github.postmarkspring.emulator.inbound;

import java.util.List;

import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Header;

/**
 * Mail that comes in.
 *
 * @param from who wrote
 * @param to to whom, at least one
 * @param cc who got a copy
 * @param subject the subject, perhaps empty
 * @param textBody the plain text, perhaps empty
 * @param htmlBody the HTML, perhaps empty
 * @param headers what else the sender said
 * @param attachments the files
 * @since 0.1.0
 */
public record InboundMail(Address from, List<Address> to, List<Address> cc, String subject, String textBody,
		String htmlBody, List<Header> headers, List<Attachment> attachments) {

	/**
	 * Returns mail that is nothing special.
	 * @param from the sender's bare address
	 * @param to the recipient's bare address
	 * @param subject the subject
	 * @param textBody the plain text
	 * @return the mail
	 */
	public static InboundMail of(String from, String to, String subject, String textBody) {
		return new InboundMail(new Address(from, null), List.of(new Address(to, null)), List.of(), subject, textBody,
				"", List.of(), List.of());
	}

}
