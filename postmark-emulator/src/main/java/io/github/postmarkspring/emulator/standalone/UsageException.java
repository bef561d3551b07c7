package io.github.postmarkspring.emulator.standalone;

import java.io.Serial;

/**
 * The command line, or a file it names, is wrong. The message is one line for the user.
 */
final class UsageException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message);
	}

}
