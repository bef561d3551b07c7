package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Why a token cannot be used, without the token.
 */
class TokenProblem extends RuntimeException {

	private final String action;

	TokenProblem(String description, String action) {
		super(description);
		this.action = action;
	}

	FailureAnalyzedException atStart() {
		return new FailureAnalyzedException(String.valueOf(getMessage()), this.action);
	}

}
