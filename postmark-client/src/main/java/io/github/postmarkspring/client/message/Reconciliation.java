package io.github.postmarkspring.client.message;

/**
 * What came of looking up a message of which it was not known whether Postmark had
 * accepted it.
 *
 * @since 0.1.0
 * @see SendListener#onReconciliation
 */
public enum Reconciliation {

	/** It was found: it was accepted. */
	FOUND,

	/**
	 * It was not found for as long as was looked, and is not sent again. This is evidence
	 * that it was not accepted, and no proof.
	 */
	NOT_FOUND,

	/** It was not found either, and is sent again now. */
	RESENT,

	/** It could not be looked up, or not to the end. */
	FAILED

}
