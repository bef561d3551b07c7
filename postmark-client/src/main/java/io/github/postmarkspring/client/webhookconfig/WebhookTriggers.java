package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is posted for. Where nothing is said about one, Postmark leaves it as it
 * is.
 *
 * @param open opens, or {@code null}
 * @param click clicks, or {@code null}
 * @param delivery deliveries, or {@code null}
 * @param bounce bounces, or {@code null}
 * @param spamComplaint complaints, or {@code null}
 * @param subscriptionChange suppressions, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookTriggers(@JsonProperty("Open") @Nullable WebhookTriggerSettings open,
		@JsonProperty("Click") @Nullable WebhookTriggerSettings click,
		@JsonProperty("Delivery") @Nullable WebhookTriggerSettings delivery,
		@JsonProperty("Bounce") @Nullable WebhookTriggerSettings bounce,
		@JsonProperty("SpamComplaint") @Nullable WebhookTriggerSettings spamComplaint,
		@JsonProperty("SubscriptionChange") @Nullable WebhookTriggerSettings subscriptionChange) {

}
