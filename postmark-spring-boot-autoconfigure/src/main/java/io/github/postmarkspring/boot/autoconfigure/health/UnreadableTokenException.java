package io.github.postmarkspring.boot.autoconfigure.health;

/**
 * There may be a token, and it cannot be had. Says why, without anybody's words.
 */
class UnreadableTokenException extends RuntimeException {

	UnreadableTokenException(String reason) {
		super(reason);
	}

}
