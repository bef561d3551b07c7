package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The webhooks of a server. What they post is another matter: this is where they are set
 * up.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public interface Webhooks {

	/**
	 * List the webhooks of a message stream.
	 * @param messageStream the id of a message stream, or {@code null} for all
	 * @return the webhooks
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/webhooks")
	WebhookList list(@RequestParam(name = "MessageStream", required = false) @Nullable String messageStream);

	/**
	 * Read a webhook.
	 * @param webhookId the id
	 * @return the webhook
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/webhooks/{webhookId}")
	Webhook get(@PathVariable long webhookId);

	/**
	 * Create a webhook.
	 * @param webhook the webhook
	 * @return the webhook as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/webhooks")
	Webhook create(@RequestBody NewWebhook webhook);

	/**
	 * Change a webhook.
	 * @param webhookId the id
	 * @param change what to change
	 * @return the webhook as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/webhooks/{webhookId}")
	Webhook edit(@PathVariable long webhookId, @RequestBody WebhookChange change);

	/**
	 * Delete a webhook.
	 * @param webhookId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/webhooks/{webhookId}")
	void delete(@PathVariable long webhookId);

	/**
	 * Have Postmark post a trial.
	 * @param webhookId the id
	 * @return how that went
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/webhooks/{webhookId}/verify")
	WebhookVerification verify(@PathVariable long webhookId);

	/**
	 * Read how a webhook did in the last 24 hours.
	 * @param webhookId the id
	 * @return how it did
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/webhooks/{webhookId}/statistics")
	WebhookStatistics statistics(@PathVariable long webhookId);

	/**
	 * List all webhooks.
	 * @return the webhooks
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default WebhookList list() {
		return list(null);
	}

}
