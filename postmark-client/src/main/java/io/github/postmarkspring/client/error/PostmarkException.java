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

}
