package io.github.postmarkspring.emulator.http;

/**
 * Whom a request came from, as its token said when its headers had been read: a token
 * that is replaced later does not take anything from it.
 *
 * @param token the server token, empty where none was asked for
 * @param server the number of the server that had this token, or 0
 * @since 0.1.0
 */
public record Caller(String token, long server) {

	static final Caller UNKNOWN = new Caller("", 0);

	/**
	 * Shows no token.
	 */
	@Override
	public String toString() {
		return "Caller[server=" + this.server + "]";
	}

}
