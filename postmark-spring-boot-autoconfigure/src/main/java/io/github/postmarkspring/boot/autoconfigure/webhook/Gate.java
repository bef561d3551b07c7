package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerification.Accepted;
import io.github.postmarkspring.client.webhook.WebhookVerification.Rejected;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Lets requests pass that all verifiers accept, in two steps: what needs no body comes
 * first, so that a stranger is sent away before any of it is read.
 */
class Gate {

	private final WebhookJournal journal;

	Gate(WebhookJournal journal) {
		this.journal = journal;
	}

	Passage beforeBody(WebhookEndpoint endpoint, HttpServletRequest request) {
		WebhookRequest view = view(request);
		return ask(endpoint, endpoint.verification().beforeBody(), new Passage(null, view, List.of()), view);
	}

	Passage withBody(WebhookEndpoint endpoint, Passage before, byte[] body) {
		return ask(endpoint, endpoint.verification().withBody(), before, before.request().withBody(body));
	}

	private Passage ask(WebhookEndpoint endpoint, List<WebhookVerifier> verifiers, Passage before,
			WebhookRequest request) {
		List<String> nonces = new ArrayList<>();
		for (WebhookVerifier verifier : verifiers) {
			WebhookVerification verification;
			try {
				verification = Objects.requireNonNull(verifier.verify(request));
			}
			catch (Throwable ex) {
				// Nothing has been refused, and Postmark gives up after a 401.
				this.journal.verifierFailed(endpoint, verifier, ex);
				return Passage.refused(Answer.unavailable("verifier-failed"), request);
			}
			if (verification instanceof Rejected rejected) {
				return Passage.refused(Answer.unverified(rejected.reason()), request);
			}
			if (verification instanceof Accepted accepted) {
				if (accepted.byOlderSecret()) {
					this.journal.olderSecret(endpoint, verifier.name());
				}
				if (accepted.nonce() != null) {
					nonces.add(verifier.name() + ":" + accepted.nonce());
				}
			}
		}
		return before.with(request, nonces);
	}

	private static WebhookRequest view(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Enumeration<String> names = request.getHeaderNames();
		while (names.hasMoreElements()) {
			String name = names.nextElement();
			if (!headers.containsHeader(name)) {
				Enumeration<String> values = request.getHeaders(name);
				while (values.hasMoreElements()) {
					headers.add(name, values.nextElement());
				}
			}
		}
		return new WebhookRequest(request.getMethod(), request.getRequestURI(), headers, request.getRemoteAddr(), null);
	}

}
