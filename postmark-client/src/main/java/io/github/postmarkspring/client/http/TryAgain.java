package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.PostmarkException;

/**
 * Says, of an attempt that failed, that another one can do no harm: only where it failed
 * is that known. What failed is not its cause, because Spring's template writes this to
 * its log, and a failure may quote Postmark.
 */
@SuppressWarnings("serial")
final class TryAgain extends RuntimeException {

	private final PostmarkException failure;

	TryAgain(PostmarkException failure) {
		super(null, null, false, false);
		this.failure = failure;
	}

	PostmarkException failure() {
		return this.failure;
	}

}
