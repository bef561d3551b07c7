package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.error.PostmarkApiException;

/**
 * Stands for an exception in what is observed: traces keep the text of an exception and
 * of its causes, and those may quote addresses.
 */
@SuppressWarnings("serial")
final class UnquotedFailure extends RuntimeException {

	UnquotedFailure(Throwable failure) {
		super(describe(failure), null, false, true);
		setStackTrace(failure.getStackTrace());
	}

	private static String describe(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		return (failure instanceof PostmarkApiException refusal) ? name + ", ErrorCode " + refusal.errorCode() : name;
	}

}
