package io.github.postmarkspring.client.webhookconfig;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The webhooks of a server.
 *
 * @param webhooks the webhooks
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookList(List<Webhook> webhooks) {

	public WebhookList {
		webhooks = Lists.copy(webhooks);
	}

}
