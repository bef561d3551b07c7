package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that the Postmark clients throw. Its texts never contain a token.
 *
 * @since 0.1.0
 * @see PostmarkApiException
 * @see PostmarkTransportException
 */
public abstract sealed class PostmarkException extends RuntimeException
		permits PostmarkApiException, PostmarkTransportException {

	PostmarkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Return whether a message may have been sent all the same. Of a call that is about
	 * something else, such as a change of a template, it says nothing.
	 * @return {@code false} if it is certain that Postmark did not accept a message
	 * because of this call. {@code true} if it is not known: sent again, it may arrive
	 * twice
	 */
	public boolean mayHaveBeenSent() {
		return false;
	}

}
