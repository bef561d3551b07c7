package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record WebhookTriggerSettings(@Nullable Boolean enabled, @Nullable Boolean postFirstOpenOnly,
		@Nullable Boolean includeContent) {

}
