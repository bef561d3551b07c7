package io.github.postmarkspring.boot.autoconfigure.health;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import org.jspecify.annotations.Nullable;

/**
 * A token of the connection details, as it was read last or, where nobody knows that, as
 * it is now.
 */
class LiveToken {

	private final Supplier<PostmarkConnectionDetails> details;

	private final @Nullable String server;

	private final Supplier<Map<String, String>> atHand;

	private final TokenReading reading;

	private volatile boolean seen;

	private volatile boolean missing;

	/**
	 * Create a new instance.
	 * @param details have the token
	 * @param server the name of its server, or {@code null} for the account
	 * @param atHand the tokens that need not be read
	 * @param reading reads it if need be
	 */
	LiveToken(Supplier<PostmarkConnectionDetails> details, @Nullable String server,
			Supplier<Map<String, String>> atHand, TokenReading reading) {
		this.details = details;
		this.server = server;
		this.atHand = atHand;
		this.reading = reading;
	}

	/** The name of its server, or {@code null} for the account. */
	@Nullable String server() {
		return this.server;
	}

	PostmarkConnectionDetails details() {
		return this.details.get();
	}

	/**
	 * Return the token, or {@code null} if there is none.
	 * @throws UnreadableTokenException if it cannot be had, or not in time
	 */
	@Nullable String find() {
		String name = (this.server != null) ? this.server : LiveTokens.NO_SERVER;
		String known = this.atHand.get().getOrDefault(name, "");
		String token = !known.isEmpty() ? known : this.reading.read(this::read);
		this.seen |= (token != null);
		this.missing = (token == null) && !this.seen;
		return token;
	}

	/**
	 * Return the token after Postmark has refused one, as mail does.
	 * @throws UnreadableTokenException if it cannot be had, or not in time
	 */
	@Nullable String findAfterRefusal(String refused) {
		return this.reading.read(() -> {
			details().refused(refused);
			return read();
		});
	}

	private @Nullable String read() {
		if (this.server == null) {
			return details().accountToken();
		}
		return this.server.equals(PostmarkConnectionDetails.DEFAULT_SERVER) ? details().serverToken()
				: details().serverToken(this.server);
	}

	/** Whether somebody has looked for it, and there has never been one. */
	boolean isMissing() {
		return this.missing;
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
