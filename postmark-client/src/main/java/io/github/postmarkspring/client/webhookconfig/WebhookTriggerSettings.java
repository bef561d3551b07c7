package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook is posted for something, and with what.
 *
 * @param enabled whether it is posted, or {@code null}
 * @param postFirstOpenOnly whether the first open of a recipient only is posted; for
 * opens, or {@code null}
 * @param includeContent whether the mail is posted with it; for bounces and complaints,
 * or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookTriggerSettings(@JsonProperty("Enabled") @Nullable Boolean enabled,
		@JsonProperty("PostFirstOpenOnly") @Nullable Boolean postFirstOpenOnly,
		@JsonProperty("IncludeContent") @Nullable Boolean includeContent) {

}
