package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

/**
 * Verifies what is posted to the webhook endpoints, and is the endpoint itself: it hands
 * events to the listeners and answers Postmark. Requests for protected paths it passes on
 * once they are verified. All other requests it does not touch.
 *
 * @since 0.1.0
 */
public final class PostmarkWebhookFilter implements Filter {

	/**
	 * After what finds out who the client is and what observes requests; before anything
	 * that reads the body or a parameter, keeps a session, or asks for a login.
	 */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	private final WebhookEndpoints endpoints;

	private final Gate gate;

	private final VerifiedHandling handling;

	private final WebhookJournal journal;

	private final BodyBudget unverifiedBodies = BodyBudget.ofHeap();

	/**
	 * Threads that may wait for strangers: all others of the container are for others.
	 */
	private final Semaphore waiting = new Semaphore(50);

	PostmarkWebhookFilter(WebhookEndpoints endpoints, Gate gate, VerifiedHandling handling, WebhookJournal journal) {
		this.endpoints = endpoints;
		this.gate = gate;
		this.handling = handling;
		this.journal = journal;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
			WebhookEndpoint endpoint = this.endpoints.find(http);
			if (endpoint != null && !VerifiedMark.isOn(http, endpoint)) {
				guard(new Exchange(endpoint, http, answer, chain));
				return;
			}
		}
		chain.doFilter(request, response);
	}

	private void guard(Exchange exchange) throws IOException, ServletException {
		if (exchange.request.getDispatcherType() != DispatcherType.REQUEST) {
			this.journal.forwarded(exchange.endpoint);
			answer(exchange, Answer.unverified("forwarded"), null);
			return;
		}
		Answer refusal = RequestCheck.refuse(exchange.request, exchange.endpoint.maxBytes());
		if (refusal != null) {
			refuse(exchange, refusal);
			return;
		}
		Passage passage = this.gate.beforeBody(exchange.endpoint, exchange.request);
		if (passage.refusal() != null) {
			refuse(exchange, passage.refusal());
		}
		else if (exchange.endpoint.isTerminal() && !exchange.endpoint.verification().proving()
				&& exchange.request.isAsyncSupported()) {
			AsyncBody.read(exchange.request, exchange.endpoint.maxBytes(), this.unverifiedBodies,
					new AsyncResult(exchange, passage));
		}
		else {
			read(exchange, passage);
		}
	}

	private void read(Exchange exchange, Passage passage) throws IOException, ServletException {
		try (BodyBudget.Share share = this.unverifiedBodies.share()) {
			read(exchange, passage, share);
		}
	}

	private void read(Exchange exchange, Passage passage, BodyBudget.Share share) throws IOException, ServletException {
		byte[] body;
		try {
			body = exchange.endpoint.verification().proving()
					? BodyReader.read(exchange.request, exchange.endpoint.maxBytes())
					: waitFor(exchange.request, exchange.endpoint.maxBytes(), share);
		}
		catch (BodyReader.GivenUpException ex) {
			refuse(exchange, Answer.unavailable(ex.reason()));
			return;
		}
		catch (IOException ex) {
			// The sender went away, or cut the connection: there is nobody to answer.
			answer(exchange, Answer.rejected(400, "incomplete"), null);
			return;
		}
		if (body == null) {
			refuse(exchange, Answer.rejected(413, "too-large"));
		}
		else if (exchange.endpoint.isTerminal()) {
			handle(exchange, passage, body);
		}
		else {
			passOn(exchange, passage, body);
		}
	}

	/**
	 * A controller is called by the thread that the container has for the request, so
	 * this one has to wait.
	 */
	private byte @Nullable [] waitFor(HttpServletRequest request, long maxBytes, BodyBudget.Share share)
			throws IOException {
		if (!this.waiting.tryAcquire()) {
			throw new BodyReader.GivenUpException("too-many-bodies");
		}
		try {
			return BodyReader.read(request, maxBytes, share, AsyncBody.MAX_TIME);
		}
		finally {
			this.waiting.release();
		}
	}

	private void handle(Exchange exchange, Passage passage, byte[] body) throws IOException {
		EventDelivery.Delivered delivered = this.handling.deliver(exchange.endpoint, passage, body);
		answer(exchange, delivered.answer(), delivered.recordType());
	}

	private void passOn(Exchange exchange, Passage passage, byte[] body) throws IOException, ServletException {
		Answer answer = Answer.passedOn(500);
		try {
			answer = this.handling.passOn(exchange.endpoint, passage, body, exchange.request, exchange.response,
					exchange.chain);
		}
		finally {
			this.journal.answered(exchange.endpoint, answer, null, exchange.request.getRemoteAddr());
		}
		if (answer.outcome() != Answer.Outcome.PASSED_ON) {
			answer.writeTo(exchange.response);
		}
	}

	private void refuse(Exchange exchange, Answer answer) throws IOException {
		answer(exchange, answer, null);
		UnreadBody.drop(exchange.request);
	}

	private void answer(Exchange exchange, Answer answer, @Nullable String recordType) throws IOException {
		this.journal.answered(exchange.endpoint, answer, recordType, exchange.request.getRemoteAddr());
		answer.writeTo(exchange.response);
	}

	private record Exchange(WebhookEndpoint endpoint, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) {

	}

	private final class AsyncResult implements AsyncBody.Result {

		private final Exchange exchange;

		private final Passage passage;

		private AsyncResult(Exchange exchange, Passage passage) {
			this.exchange = exchange;
			this.passage = passage;
		}

		@Override
		public void read(byte[] body) throws IOException {
			handle(this.exchange, this.passage, body);
		}

		@Override
		public void refused(Answer answer) throws IOException {
			answer(this.exchange, answer, null);
		}

	}

}
