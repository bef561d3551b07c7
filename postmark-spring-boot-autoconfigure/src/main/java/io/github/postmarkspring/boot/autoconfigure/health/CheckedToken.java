package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.postmarkspring.client.http.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * The token of one check, as it was found for it. Keeps the time in which Postmark is
 * asked apart from that in which a store is, so that neither is blamed for the other.
 */
class CheckedToken implements TokenSource {

	private final LiveToken token;

	private final Consumer<Boolean> asking;

	private @Nullable String value;

	private boolean unreadAfterRefusal;

	private long askedSince;

	private long asked;

	/**
	 * Create a new instance.
	 * @param token the token to find
	 * @param asking told whenever Postmark begins to be asked, and no longer is
	 */
	CheckedToken(LiveToken token, Consumer<Boolean> asking) {
		this.token = token;
		this.asking = asking;
	}

	LiveToken live() {
		return this.token;
	}

	boolean isOfServer() {
		return this.token.server() != null;
	}

	/** Look for it, to begin with. */
	String find() {
		this.value = this.token.find();
		return token();
	}

	/** What it is, or nothing. */
	@Override
	public String token() {
		return (this.value != null) ? this.value : "";
	}

	@Override
	public String tokenAfterRefusal(String refused) {
		end();
		try {
			this.value = this.token.findAfterRefusal(refused);
		}
		catch (UnreadableTokenException ex) {
			this.unreadAfterRefusal = true;
			throw ex;
		}
		finally {
			begin();
		}
		return token();
	}

	/** Whether it was refused and could not be read afresh. */
	boolean isUnreadAfterRefusal() {
		return this.unreadAfterRefusal;
	}

	/** Ask Postmark. */
	<T extends @Nullable Object> T ask(Supplier<T> question) {
		begin();
		try {
			return question.get();
		}
		finally {
			end();
		}
	}

	private void begin() {
		this.askedSince = System.nanoTime();
		this.asking.accept(true);
	}

	private void end() {
		this.asked += System.nanoTime() - this.askedSince;
		this.asking.accept(false);
	}

	/** How long Postmark was asked, in nanoseconds. */
	long asked() {
		return this.asked;
	}

	@Nullable String fingerprint() {
		return (this.value != null) ? LiveToken.fingerprint(this.value) : null;
	}

	/** Shows no token. */
	@Override
	public String toString() {
		return "CheckedToken[" + this.token.server() + "]";
	}

}
