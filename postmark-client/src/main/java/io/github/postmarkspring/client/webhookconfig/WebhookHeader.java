package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A header that a webhook is posted with.
 *
 * @param name the name, or {@code null}
 * @param value the value, which may be a secret, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookHeader(@Nullable String name, @Nullable String value) {

	/**
	 * Return what identifies it: what is left out may be secret.
	 */
	@Override
	public String toString() {
		return "WebhookHeader[name=" + this.name + "]";
	}

}
