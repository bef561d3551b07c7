package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record WebhookTriggers(@Nullable WebhookTriggerSettings open, @Nullable WebhookTriggerSettings click,
		@Nullable WebhookTriggerSettings delivery, @Nullable WebhookTriggerSettings bounce,
		@Nullable WebhookTriggerSettings spamComplaint, @Nullable WebhookTriggerSettings subscriptionChange) {

}
