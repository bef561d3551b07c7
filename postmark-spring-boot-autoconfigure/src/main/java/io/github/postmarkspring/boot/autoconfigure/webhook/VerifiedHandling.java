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
		ReplayGuard guard = ReplayGuard.NONE;
		EventDelivery.Delivered delivered = EventDelivery.Delivered.FAILED;
		try {
			guard = guard(endpoint, before, body);
			delivered = (guard.refusal() != null) ? new EventDelivery.Delivered(guard.refusal(), null) : this.delivery
				.deliver(endpoint, body, before.request().headers().getFirst(EventKey.TRACE_ID_HEADER));
		}
		catch (RuntimeException ex) {
			this.journal.memoryFailed(ex);
			delivered = new EventDelivery.Delivered(Answer.unavailable("memory"), null);
		}
		catch (Throwable ex) {
			// Whatever it is, without an answer of ours it would be lost.
			this.journal.failed(ex);
		}
		end(guard, delivered.answer().status() == 200);
		return delivered;
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
		boolean failed = true;
		try {
			chain.doFilter(new VerifiedRequest(request, body, endpoint.verification().hiddenHeaders()), response);
			failed = false;
		}
		finally {
			if (!failed && request.isAsyncStarted()) {
				request.getAsyncContext()
					.addListener(new AsyncEnd((thrown) -> end(guard, !thrown && response.getStatus() < 500)));
			}
			else {
				end(guard, !failed && response.getStatus() < 500);
			}
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
