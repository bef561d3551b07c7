package io.github.postmarkspring.client.webhook.event;

/**
 * What was posted to a webhook is not an event. The text says what is wrong and where,
 * and repeats nothing of what was posted.
 *
 * @since 0.1.0
 */
public class InvalidWebhookException extends RuntimeException {

	private final String location;

	private final String problem;

	InvalidWebhookException(String location, String problem) {
		super("What was posted to the webhook is not an event: " + location + " " + problem);
		this.location = location;
		this.problem = problem;
	}

	/**
	 * Return where the mistake is.
	 * @return a JSON pointer such as {@code /Geo/City}, a place such as
	 * {@code line 3, column 7}, or {@code the body}
	 */
	public String location() {
		return this.location;
	}

	/**
	 * Return what is wrong.
	 * @return such as {@code is missing}
	 */
	public String problem() {
		return this.problem;
	}

}
