package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.PostmarkException;

/**
 * Says, of an attempt that failed, that another one can do no harm: only where it failed
 * is that known. {@link RetriedCall} takes it; nobody else sees it.
 */
@SuppressWarnings("serial")
final class TryAgain extends RuntimeException {

	private final PostmarkException failure;

	TryAgain(PostmarkException failure) {
		// No cause: Spring's template writes it to its log, and it may quote Postmark.
		super(null, null, false, false);
		this.failure = failure;
	}

	PostmarkException failure() {
		return this.failure;
	}

}
