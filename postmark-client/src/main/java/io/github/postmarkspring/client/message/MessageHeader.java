package io.github.postmarkspring.client.message;

import org.springframework.util.Assert;

/**
 * A mail header of the user's own.
 *
 * @param name the name: printable ASCII without a colon. Headers that Postmark has a
 * field for are refused
 * @param value the value, on one line
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public record MessageHeader(String name, String value) {

	public MessageHeader {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(value, "'value' must not be null");
	}

}
