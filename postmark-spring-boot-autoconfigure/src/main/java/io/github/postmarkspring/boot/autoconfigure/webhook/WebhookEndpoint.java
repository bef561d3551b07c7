package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.client.webhook.WebhookVerifier;

import org.springframework.web.util.pattern.PathPattern;

/**
 * Where Postmark posts to, and what verifies that it is Postmark.
 *
 * @param name the name of the server in the configuration
 * @param pattern the path below the context path
 * @param kind what is received there
 * @param verification what verifies
 * @param maxBytes the largest body
 */
record WebhookEndpoint(String name, PathPattern pattern, Kind kind, Verifiers verification, long maxBytes) {

	/**
	 * Whether the filter handles what is posted; otherwise a controller of the
	 * application's does.
	 */
	boolean isTerminal() {
		return this.kind != Kind.PROTECTED;
	}

	/**
	 * A log shows the path that is configured, never the one that was asked for.
	 */
	@Override
	public String toString() {
		return this.pattern.getPatternString();
	}

	/**
	 * What is received.
	 */
	enum Kind {

		EVENTS, INBOUND, PROTECTED

	}

	/**
	 * What verifies, all of which must accept.
	 *
	 * @param beforeBody those that need no body
	 * @param withBody those that need it
	 * @param proving whether those without body prove who the sender is: an address can
	 * be shared
	 * @param hiddenHeaders the headers with credentials
	 */
	record Verifiers(List<WebhookVerifier> beforeBody, List<WebhookVerifier> withBody, boolean proving,
			Set<String> hiddenHeaders) {

		/**
		 * Names only.
		 */
		@Override
		public String toString() {
			String names = Stream.concat(this.beforeBody.stream(), this.withBody.stream())
				.map(WebhookVerifier::name)
				.collect(Collectors.joining(", "));
			return names.isEmpty() ? "nothing" : names;
		}

	}

}
