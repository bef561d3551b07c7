package io.github.postmarkspring.client.http;

/**
 * Where a token comes from. Nobody keeps what it gives, so that a token can change while
 * the application runs. It is asked by many threads at once, and should answer from
 * memory.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview#authentication">Postmark:
 * authentication</a>
 */
@FunctionalInterface
public interface TokenSource {

	/**
	 * Return the token. It is asked for on every request.
	 * @return the token, without white space
	 */
	String token();

	/**
	 * Return the token to use after Postmark refused one. A source that keeps a copy
	 * reads it afresh. The request is then made again with it; if that is refused too,
	 * this is asked again, up to three times in all.
	 * @param refused the token that was refused
	 * @return the token; the same one if there is no other, then nothing is repeated
	 */
	default String tokenAfterRefusal(String refused) {
		return token();
	}

	/**
	 * Return what the token is called where people read it, such as the name of a
	 * property. Never the token.
	 * @return the description, or an empty text
	 */
	default String description() {
		return "";
	}

}
