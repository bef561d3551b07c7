package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a webhook authenticates itself with.
 *
 * @param username the name, or {@code null}
 * @param password the password: a secret, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookAuth(@Nullable String username, @Nullable String password) {

	/**
	 * Return what identifies it: what is left out may be secret.
	 */
	@Override
	public String toString() {
		return "WebhookAuth[username=" + this.username + "]";
	}

}
