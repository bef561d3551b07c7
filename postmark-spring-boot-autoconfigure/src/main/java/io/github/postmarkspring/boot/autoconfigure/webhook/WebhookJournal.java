package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.postmarkspring.client.webhook.WebhookVerifier;
import io.github.postmarkspring.client.webhook.event.InvalidWebhookException;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens at the endpoints: numbers for all of it, and a line in the log
 * for what goes wrong. Nothing of a request gets into either but its address; and whoever
 * sends rubbish all day cannot fill the log.
 */
class WebhookJournal {

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private static final Duration ROTATION_REMINDER = Duration.ofHours(1);

	private final RateLimit rejections = new RateLimit(10, Duration.ofMinutes(1));

	private final RateLimit failures = new RateLimit(10, Duration.ofMinutes(1));

	private final Map<String, RateLimit> reminders = new ConcurrentHashMap<>();

	private final WebhookCounter counter;

	WebhookJournal(WebhookCounter counter) {
		this.counter = counter;
	}

	void answered(WebhookEndpoint endpoint, Answer answer, @Nullable String recordType,
			@Nullable String remoteAddress) {
		count(answer, (recordType != null) ? recordType : "none");
		if (answer.outcome() == Answer.Outcome.REJECTED
				&& !(answer.status() == 400 && answer.reason().equals("invalid"))) {
			rejected(endpoint, answer, remoteAddress);
		}
	}

	/** An answer must not depend on whether it can be counted. */
	private void count(Answer answer, String recordType) {
		try {
			this.counter.count(answer, recordType);
		}
		catch (RuntimeException ex) {
			logger.debug("A webhook could not be counted", ex);
		}
	}

	private void rejected(WebhookEndpoint endpoint, Answer answer, @Nullable String remoteAddress) {
		warn("Rejected a webhook at " + endpoint + " from " + address(remoteAddress) + " with status " + answer.status()
				+ ": " + answer.reason());
	}

	void invalid(WebhookEndpoint endpoint, InvalidWebhookException ex) {
		warn("Rejected a verified webhook at " + endpoint + " with status 400. " + ex.getMessage());
	}

	private void warn(String message) {
		Long kept = this.rejections.tryPass();
		if (kept != null) {
			logger.warn(message + ((kept > 0) ? ". " + kept + " more were not logged before it" : ""));
		}
	}

	void olderSecret(WebhookEndpoint endpoint, String verifier) {
		RateLimit reminder = this.reminders.computeIfAbsent(endpoint.name() + "/" + verifier,
				(key) -> new RateLimit(1, ROTATION_REMINDER));
		if (reminder.tryPass() != null) {
			logger.info("A webhook at " + endpoint + " still used a previous secret of '" + verifier
					+ "'. Tell Postmark the new one, then remove the previous one from the configuration");
		}
	}

	/** What it says may be what it was given: only its class is written down. */
	void verifierFailed(WebhookEndpoint endpoint, WebhookVerifier verifier, Throwable ex) {
		if (this.failures.tryPass() != null) {
			logger.error("The webhook verifier " + verifier.getClass().getName() + " failed at " + endpoint + " with "
					+ ex.getClass().getName() + ". Postmark is answered 503 and posts it again");
		}
	}

	void failed(Throwable ex) {
		logger.error("A webhook could not be handled. Postmark is answered 500 and posts it again", ex);
	}

	void listenerFailed(WebhookEvent event, Throwable ex) {
		logger.error("A listener failed to handle " + event + ". Postmark is answered 500 and posts it again", ex);
	}

	void memoryFailed(RuntimeException ex) {
		logger.error("It could not be remembered which webhooks have been handled", ex);
	}

	void forwarded(WebhookEndpoint endpoint) {
		if (this.failures.tryPass() != null) {
			logger.error("Something forwarded to " + endpoint
					+ ", which takes webhooks from Postmark only. It has been rejected");
		}
	}

	/** A proxy may be told anything; an address has nothing that writes a line. */
	private static String address(@Nullable String remoteAddress) {
		if (remoteAddress == null) {
			return "an unknown address";
		}
		String safe = remoteAddress.replaceAll("[^0-9A-Za-z.:%\\[\\]-]", "?");
		return (safe.length() > 60) ? safe.substring(0, 60) : safe;
	}

}
