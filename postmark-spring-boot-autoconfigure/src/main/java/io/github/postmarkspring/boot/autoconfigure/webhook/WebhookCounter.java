package io.github.postmarkspring.boot.autoconfigure.webhook;

/**
 * Counts what happens at the endpoints.
 */
@FunctionalInterface
interface WebhookCounter {

	/**
	 * Count a request.
	 * @param answer what it was answered
	 * @param recordType what it was: one of a few types, or {@code none}
	 */
	void count(Answer answer, String recordType);

}
