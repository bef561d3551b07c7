package io.github.postmarkspring.emulator.http;

/**
 * Who may call a route. Each of Postmark's endpoint families reads only its own header.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview">API overview</a>
 */
public enum Access {

	/**
	 * No token is asked for: the mailbox page and its private API.
	 */
	OPEN,

	/**
	 * The server token, in {@code X-Postmark-Server-Token}.
	 */
	SERVER,

	/**
	 * The server token or {@code POSTMARK_API_TEST}, in {@code X-Postmark-Server-Token}.
	 */
	SENDING,

	/**
	 * The account token, in {@code X-Postmark-Account-Token}.
	 */
	ACCOUNT

}
