package io.github.postmarkspring.sample.mailbox;

import java.net.URI;

/**
 * The page on which mail can be read that was sent without a token.
 *
 * @param url where the page is
 */
public record Mailbox(URI url) {

	/**
	 * Return where a message can be read.
	 * @param messageId Postmark's id of the message
	 * @return the address
	 */
	public URI message(String messageId) {
		return this.url.resolve("#/messages/" + messageId);
	}

}
