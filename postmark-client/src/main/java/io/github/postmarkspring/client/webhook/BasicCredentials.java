package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;

/**
 * What a webhook authenticates itself with. Letters and digits are best: how Postmark
 * encodes anything else is not documented.
 *
 * @param username the name, without a colon
 * @param password the secret; whether it is a good one is {@link SecretCheck}' matter
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * webhooks</a>
 */
public record BasicCredentials(String username, String password) {

	// Base64 of it and the scheme fit into the kibibyte that a header may have.
	private static final int MAX_BYTES = 750;

	public BasicCredentials {
		Assert.notNull(username, "'username' must not be null");
		Assert.notNull(password, "'password' must not be null");
		Assert.isTrue(username.indexOf(':') < 0, "'username' must not have a colon in it");
		check("username", username);
		check("password", password);
		Assert.isTrue(bytes(username, password).length <= MAX_BYTES,
				"'username' and 'password' must not have more than " + MAX_BYTES + " bytes together");
	}

	private static void check(String part, String text) {
		Assert.isTrue(text.chars().noneMatch(Character::isISOControl),
				() -> "'" + part + "' must not have a control character in it");
		Assert.isTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text),
				() -> "'" + part + "' must not have half a character in it");
	}

	byte[] bytes() {
		return bytes(this.username, this.password);
	}

	private static byte[] bytes(String username, String password) {
		return (username + ":" + password).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return no more than that there are credentials.
	 */
	@Override
	public String toString() {
		return "BasicCredentials[username=***, password=***]";
	}

}
