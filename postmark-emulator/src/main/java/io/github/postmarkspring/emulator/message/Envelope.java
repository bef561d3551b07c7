package io.github.postmarkspring.emulator.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who wrote, and to whom.
 *
 * @param from the sender
 * @param to the recipients, perhaps none
 * @param cc those who get a copy
 * @param bcc those who get a copy unseen
 * @param replyTo where answers go
 * @since 0.1.0
 */
public record Envelope(Address from, List<Address> to, List<Address> cc, List<Address> bcc, List<Address> replyTo) {

	/**
	 * Returns the bare addresses of all who get the message.
	 * @return To, Cc and Bcc in this order
	 */
	public List<String> recipients() {
		return Stream.of(this.to, this.cc, this.bcc).flatMap(List::stream).map(Address::email).toList();
	}

}
