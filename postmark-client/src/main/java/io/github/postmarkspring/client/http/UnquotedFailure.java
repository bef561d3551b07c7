package io.github.postmarkspring.client.http;

import io.github.postmarkspring.client.error.PostmarkApiException;

import org.springframework.web.client.ResourceAccessException;

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

	/**
	 * Stand for what a request failed with. Conventions tell requests that got no answer
	 * by the class of that, which stays.
	 */
	static Throwable ofRequest(Throwable failure) {
		if (!(failure instanceof ResourceAccessException)) {
			return new UnquotedFailure(failure);
		}
		Throwable cause = failure.getCause();
		ResourceAccessException unquoted = new ResourceAccessException(describe((cause != null) ? cause : failure));
		unquoted.setStackTrace(failure.getStackTrace());
		return unquoted;
	}

	private static String describe(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		return (failure instanceof PostmarkApiException refusal) ? name + ", ErrorCode " + refusal.errorCode() : name;
	}

}
