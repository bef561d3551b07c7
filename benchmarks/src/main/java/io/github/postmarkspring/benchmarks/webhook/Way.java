package io.github.postmarkspring.benchmarks.webhook;

/**
 * How a webhook is received.
 */
enum Way {

	/** By a controller, from anybody. */
	OPEN("/open", "controller, not verified"),

	/** By the same controller, verified. */
	PROTECTED("/protected", "the same controller behind Basic"),

	/** By the starter, verified by Basic credentials. */
	BASIC("/basic", "starter, Basic"),

	/** By the starter, verified by a signature. */
	HMAC("/hmac", "starter, HMAC");

	private final String path;

	private final String title;

	Way(String path, String title) {
		this.path = path;
		this.title = title;
	}

	String path() {
		return this.path;
	}

	String title() {
		return this.title;
	}

}
