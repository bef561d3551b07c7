package io.github.postmarkspring.benchmarks.subject;

/**
 * The subjects by name.
 */
public enum Subjects {

	/** Postmark's own library. */
	OFFICIAL_SDK("postmark-java 1.13.0") {
		@Override
		public Subject create(int port, String token) {
			return new OfficialSdk(port, token);
		}
	},

	/** Apache HttpComponents and Jackson 3 by hand. */
	HAND_WRITTEN("HttpComponents + Jackson 3 by hand") {
		@Override
		public Subject create(int port, String token) {
			return new HandWritten(port, token, 64);
		}
	},

	/** The starter with Apache HttpComponents. */
	STARTER("starter, HttpComponents") {
		@Override
		public Subject create(int port, String token) {
			return new Starter(port, token, "http-components");
		}
	},

	/** The starter with Apache HttpComponents, observed and counted. */
	STARTER_OBSERVED("starter, HttpComponents, observed") {
		@Override
		public Subject create(int port, String token) {
			return Starter.observed(port, token, "http-components");
		}
	},

	/**
	 * The starter with Apache HttpComponents, of which only the requests are observed.
	 */
	STARTER_REQUESTS_OBSERVED("starter, HttpComponents, requests observed by Spring") {
		@Override
		public Subject create(int port, String token) {
			return Starter.requestsObserved(port, token, "http-components");
		}
	},

	/** The starter with the client of the JDK. */
	STARTER_JDK("starter, JDK client") {
		@Override
		public Subject create(int port, String token) {
			return new Starter(port, token, "jdk");
		}
	},

	/** The starter with the client of the JDK, observed and counted. */
	STARTER_JDK_OBSERVED("starter, JDK client, observed") {
		@Override
		public Subject create(int port, String token) {
			return Starter.observed(port, token, "jdk");
		}
	};

	private final String title;

	Subjects(String title) {
		this.title = title;
	}

	/**
	 * Return what it is called in the table.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Create the subject.
	 * @param port where the server listens
	 * @param token the token to send with
	 * @return the subject
	 */
	public abstract Subject create(int port, String token);

}
