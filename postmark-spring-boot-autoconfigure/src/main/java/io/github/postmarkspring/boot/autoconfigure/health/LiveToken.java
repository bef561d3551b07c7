package io.github.postmarkspring.boot.autoconfigure.health;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.http.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * A token of the connection details, as it is now.
 *
 * @param details have the token
 * @param server the name of its server, or {@code null} for the account
 */
record LiveToken(PostmarkConnectionDetails details, @Nullable String server) implements TokenSource {

	@Nullable String find() {
		if (this.server == null) {
			return this.details.accountToken();
		}
		return this.server.equals(PostmarkConnectionDetails.DEFAULT_SERVER) ? this.details.serverToken()
				: this.details.serverToken(this.server);
	}

	@Override
	public String token() {
		String token = find();
		return (token != null) ? token : "";
	}

	@Override
	public String tokenAfterRefusal(String refused) {
		this.details.refused(refused);
		return token();
	}

	/** Details of the application's own may show anything. */
	@Override
	public String toString() {
		return "LiveToken[" + this.server + "]";
	}

	/** The one of the token there is, if it can be had. */
	@Nullable String fingerprint() {
		try {
			String token = find();
			return (token != null) ? fingerprint(token) : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Return what tells a token from others and gives nothing of it away: the first eight
	 * hexadecimal digits of its SHA-256.
	 */
	static String fingerprint(String token) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
