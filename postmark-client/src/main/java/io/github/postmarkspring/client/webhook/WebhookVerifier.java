package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides whether a request comes from Postmark, or from the relay that stands in front.
 * Where several are configured, all must accept.
 * <p>
 * Postmark signs nothing: give it Basic credentials, or a secret header, or both. What is
 * secret is asked for on every request, the newest first, so that it can be rotated: with
 * the new and the old one live, change it at Postmark, then drop the old one. A secret
 * that {@link SecretCheck} finds a problem with never matches, and without any secret
 * nothing is accepted.
 * <p>
 * The verifiers made here can be used by many threads.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * webhooks</a>
 */
public interface WebhookVerifier {

	/**
	 * Verify a request.
	 * @param request the request; its body has been read if {@link #needsBody()}
	 * @return accepted, or rejected with a reason
	 * @throws RuntimeException if there is no telling, because a store of secrets cannot
	 * be reached for example. Nobody is let in then, and Postmark is to be answered 503:
	 * after a 401 it gives up
	 */
	WebhookVerification verify(WebhookRequest request);

	/**
	 * Return whether the body is needed. Verifiers that do without are asked before any
	 * of it is read.
	 * @return {@code false} if {@link WebhookRequest#body()} is never looked at
	 */
	default boolean needsBody() {
		return true;
	}

	/**
	 * Return a name for logs and metrics.
	 * @return one of a few names, never a secret nor anything of a request
	 */
	default String name() {
		Class<?> type = getClass();
		return (type.isHidden() || type.isAnonymousClass()) ? "custom" : type.getSimpleName();
	}

	/**
	 * Verify Basic credentials: those in the webhook's URL, or its {@code HttpAuth}.
	 * @param live gives the live credentials, newest first
	 * @return the verifier
	 */
	static WebhookVerifier basic(Supplier<List<BasicCredentials>> live) {
		return new BasicVerifier(live);
	}

	/**
	 * Verify a header with a secret value: one of the webhook's {@code HttpHeaders}.
	 * @param name the name of the header
	 * @param live gives the live values, newest first
	 * @return the verifier
	 * @throws IllegalArgumentException if the header is one that cannot carry a secret,
	 * see {@link HeaderCheck#secretHeader}
	 */
	static WebhookVerifier header(String name, Supplier<List<String>> live) {
		return new HeaderVerifier(name, live);
	}

	/**
	 * Verify the address that a request comes from. This is not enough alone: addresses
	 * change, and behind a proxy they are what the proxy and the container make of them.
	 * @param ranges addresses and CIDR ranges, IPv4 or IPv6, such as
	 * {@link AddressRanges#POSTMARK}
	 * @return the verifier
	 * @throws IllegalArgumentException if there are none, or one has a problem, see
	 * {@link AddressRanges#problem}
	 */
	static WebhookVerifier addresses(List<String> ranges) {
		return new AddressVerifier(ranges);
	}

	/**
	 * Verify the signature of a relay or gateway in front of the application, over the
	 * bytes exactly as they were received.
	 * @param scheme how it signs
	 * @param liveKeys gives the live keys, newest first
	 * @param tolerance how far a timestamp may lie in the past or in the future,
	 * inclusive; five minutes are usual. Not used by schemes without a timestamp
	 * @param clock tells the time
	 * @return the verifier
	 * @throws IllegalArgumentException if the tolerance is not positive
	 */
	static WebhookVerifier signature(SignatureScheme scheme, Supplier<List<String>> liveKeys, Duration tolerance,
			Clock clock) {
		return new SignatureVerifier(scheme, liveKeys, tolerance, clock);
	}

}
