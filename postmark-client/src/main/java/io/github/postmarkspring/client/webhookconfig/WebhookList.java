package io.github.postmarkspring.client.webhookconfig;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;

/**
 * The webhooks of a server.
 *
 * @param webhooks the webhooks
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookList(@JsonProperty("Webhooks") List<Webhook> webhooks) {

	public WebhookList {
		webhooks = Lists.copy(webhooks);
	}

}
