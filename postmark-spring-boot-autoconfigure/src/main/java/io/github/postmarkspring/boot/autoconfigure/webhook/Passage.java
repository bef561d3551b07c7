package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookRequest;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come.
 *
 * @param refusal the answer if it comes no further
 * @param request the request as the verifiers see it
 * @param nonces what it may be used for once only
 */
record Passage(@Nullable Answer refusal, WebhookRequest request, List<String> nonces) {

	static Passage refused(Answer refusal, WebhookRequest request) {
		return new Passage(refusal, request, List.of());
	}

	Passage with(WebhookRequest request, List<String> more) {
		List<String> nonces = new ArrayList<>(this.nonces);
		nonces.addAll(more);
		return new Passage(null, request, nonces);
	}

}
