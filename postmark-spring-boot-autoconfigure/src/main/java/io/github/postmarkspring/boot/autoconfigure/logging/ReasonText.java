package io.github.postmarkspring.boot.autoconfigure.logging;

/**
 * What is shown of the reason why a message failed.
 */
interface ReasonText {

	/**
	 * Return the reason in one line, fit for the log.
	 * @param reason the reason, which may be in somebody else's words
	 * @param maxLength the length to cut it at
	 * @return what to show
	 */
	String shown(String reason, int maxLength);

}
