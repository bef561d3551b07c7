package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.PostmarkException;

/**
 * Says, of an attempt that failed, that another one can do no harm: only where it failed
 * is that known. {@link Retry} takes it; nobody else sees it.
 */
@SuppressWarnings("serial")
final class TryAgain extends RuntimeException {

	private final PostmarkException failure;

	TryAgain(PostmarkException failure) {
		super(null, failure, false, false);
		this.failure = failure;
	}

	PostmarkException failure() {
		return this.failure;
	}

}
