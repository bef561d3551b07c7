package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.event.EventKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What happens to a request whose body has been read: the rest of its verification, and
 * then the listeners, or a controller of the application's.
 */
class VerifiedHandling {

	private final Gate gate;

	private final WebhookMemory memory;

	private final EventDelivery delivery;

	private final WebhookJournal journal;

	VerifiedHandling(Gate gate, WebhookMemory memory, EventDelivery delivery, WebhookJournal journal) {
		this.gate = gate;
		this.memory = memory;
		this.delivery = delivery;
		this.journal = journal;
	}

	EventDelivery.Delivered deliver(WebhookEndpoint endpoint, Passage before, byte[] body) {
		try {
			ReplayGuard guard = guard(endpoint, before, body);
			if (guard.refusal() != null) {
				return new EventDelivery.Delivered(guard.refusal(), null);
			}
			boolean handled = false;
			try {
				EventDelivery.Delivered delivered = this.delivery.deliver(endpoint, body,
						before.request().headers().getFirst(EventKey.TRACE_ID_HEADER));
				handled = delivered.answer().status() == 200;
				return delivered;
			}
			finally {
				end(guard, handled);
			}
		}
		catch (RuntimeException ex) {
			this.journal.memoryFailed(ex);
			return new EventDelivery.Delivered(Answer.unavailable("memory"), null);
		}
	}

	Answer passOn(WebhookEndpoint endpoint, Passage before, byte[] body, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		ReplayGuard guard;
		try {
			guard = guard(endpoint, before, body);
		}
		catch (RuntimeException ex) {
			this.journal.memoryFailed(ex);
			return Answer.unavailable("memory");
		}
		if (guard.refusal() != null) {
			return guard.refusal();
		}
		VerifiedMark.put(request, endpoint);
		boolean handled = false;
		try {
			chain.doFilter(new VerifiedRequest(request, body, endpoint.verification().hiddenHeaders()), response);
			handled = response.getStatus() < 500;
		}
		finally {
			end(guard, handled);
		}
		return Answer.passedOn(response.getStatus());
	}

	private ReplayGuard guard(WebhookEndpoint endpoint, Passage before, byte[] body) {
		Passage passage = this.gate.withBody(endpoint, before, body);
		return (passage.refusal() != null) ? ReplayGuard.refused(passage.refusal())
				: ReplayGuard.claim(this.memory, endpoint, passage.nonces());
	}

	private void end(ReplayGuard guard, boolean handled) {
		try {
			if (handled) {
				guard.handled();
			}
			else {
				guard.failed();
			}
		}
		catch (RuntimeException ex) {
			this.journal.memoryFailed(ex);
		}
	}

}
