package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How the verification of a trigger went.
 *
 * @param trigger the trigger, or {@code null}
 * @param success whether it went well, or {@code null}
 * @param statusCode the HTTP status of the answer, or {@code null}
 * @param message what Postmark says about it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record TriggerVerification(@JsonProperty("TriggerType") @Nullable WebhookTrigger trigger,
		@Nullable Boolean success, @Nullable Integer statusCode, @Nullable String message) {

}
