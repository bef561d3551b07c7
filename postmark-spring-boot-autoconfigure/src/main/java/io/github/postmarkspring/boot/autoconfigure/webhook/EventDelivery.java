package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.function.Consumer;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.event.EventKey;
import io.github.postmarkspring.client.webhook.event.InvalidWebhookException;
import io.github.postmarkspring.client.webhook.event.UnknownEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEventParser;
import org.jspecify.annotations.Nullable;

/**
 * Hands what was posted to the listeners, once.
 */
class EventDelivery {

	private final WebhookEventParser parser = new WebhookEventParser();

	private final WebhookMemory memory;

	private final Consumer<WebhookEvent> publisher;

	private final WebhookJournal journal;

	EventDelivery(WebhookMemory memory, Consumer<WebhookEvent> publisher, WebhookJournal journal) {
		this.memory = memory;
		this.publisher = publisher;
		this.journal = journal;
	}

	/**
	 * Deliver an event.
	 * @param endpoint where it came in
	 * @param body what was posted, verified
	 * @param traceId the id that Postmark gives each try of an event, if it did
	 * @return what to answer, and what it was
	 */
	Delivered deliver(WebhookEndpoint endpoint, byte[] body, @Nullable String traceId) {
		WebhookEvent event;
		try {
			event = this.parser.parse(body, endpoint.name());
		}
		catch (InvalidWebhookException ex) {
			this.journal.invalid(endpoint, ex);
			return new Delivered(Answer.rejected(400, "invalid"), null);
		}
		return new Delivered(once(event, EventKey.of(event, body, traceId)), type(event));
	}

	private Answer once(WebhookEvent event, EventKey key) {
		WebhookMemory.Claim claim = this.memory.claim("event:" + key.value());
		return switch (claim.state()) {
			case HANDLED -> Answer.DUPLICATE;
			case BUSY -> Answer.BUSY;
			case CLAIMED -> publish(event, claim);
		};
	}

	private Answer publish(WebhookEvent event, WebhookMemory.Claim claim) {
		try {
			this.publisher.accept(event);
		}
		catch (Throwable ex) {
			// Whatever it is, the event has not been handled, and Postmark is to try
			// again.
			this.journal.listenerFailed(event, ex);
			end(claim::failed);
			return Answer.FAILED;
		}
		// It has been handled. To have it posted again would handle it twice.
		end(claim::handled);
		return Answer.HANDLED;
	}

	/** What the memory fails to take in changes nothing about what happened. */
	private void end(Runnable ending) {
		try {
			ending.run();
		}
		catch (RuntimeException ex) {
			this.journal.memoryFailed(ex);
		}
	}

	static String type(WebhookEvent event) {
		// The names of unknown types are Postmark's to choose, and metrics want few.
		return (event instanceof UnknownEvent) ? "Unknown" : event.recordType();
	}

	/**
	 * What became of an event.
	 *
	 * @param answer what to answer
	 * @param recordType what it was, if that could be read
	 */
	record Delivered(Answer answer, @Nullable String recordType) {

		static final Delivered FAILED = new Delivered(Answer.FAILED, null);

	}

}
